import { anchorStates } from "@/server/audit-anchor";
import { type Condition, databaseCondition } from "@/server/observability/health";
import { isEnding } from "@/server/observability/traffic";

/**
 * Whoever watches this may ask as often as they like: the database is asked once in so many
 * milliseconds.
 */
const askEvery = 1_000;

/**
 * What a database in this condition still serves: pages, lists and files of the register as it
 * stands.
 */
const canBeRead: readonly Condition[] = ["ready", "read_only", "disk_full"];

/**
 * The process lives, goes on living, and its database answers and can be written to. With
 * `?reading` in the address, for whoever spreads requests over several processes: whether pages can
 * be read will do, as the processes share the database and none could do more.
 */
export async function GET(request: Request): Promise<Response> {
  if (isEnding()) return answer({ status: "ending" }, false);
  const status = await databaseCondition(askEvery);
  const mayRead = new URL(request.url).searchParams.has("reading") && canBeRead.includes(status);
  // A site goes on without the anchor; whoever watches should know.
  return answer({ status, ...(isAnchored() ? {} : { auditAnchor: "failing" }) }, status === "ready" || mayRead);
}

function answer(said: Record<string, string>, isReady: boolean): Response {
  return Response.json(said, { status: isReady ? 200 : 503, headers: isReady ? {} : { "Retry-After": "5" } });
}

/** Is the end of the audit log kept wherever it should be? */
const isAnchored = (): boolean => anchorStates().every(({ isFailing }) => !isFailing);
