import { anchorStates } from "@/server/audit-anchor";
import { type Condition, databaseCondition } from "@/server/observability/health";
import { isEnding } from "@/server/observability/traffic";

/**
 * The database is asked at most once in this many milliseconds, however often this is requested.
 */
const askEvery = 1_000;

/** Conditions in which the database can still serve pages, lists and files. */
const canBeRead: readonly Condition[] = ["ready", "read_only", "disk_full"];

/**
 * Answers 200 if the process is not ending and its database answers and can be written to. With
 * `?reading` in the address, for load balancers, a readable database suffices: the processes share
 * the database, so none could do more.
 */
export async function GET(request: Request): Promise<Response> {
  if (isEnding()) return answer({ status: "ending" }, false);
  const status = await databaseCondition(askEvery);
  const mayRead = new URL(request.url).searchParams.has("reading") && canBeRead.includes(status);
  // The site works without anchors, but monitoring should report the failure.
  return answer({ status, ...(isAnchored() ? {} : { auditAnchor: "failing" }) }, status === "ready" || mayRead);
}

function answer(body: Record<string, string>, isReady: boolean): Response {
  return Response.json(body, { status: isReady ? 200 : 503, headers: isReady ? {} : { "Retry-After": "5" } });
}

/** True if the end of the audit log is stored in every configured place. */
const isAnchored = (): boolean => anchorStates().every(({ isFailing }) => !isFailing);
