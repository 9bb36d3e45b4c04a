import { anchorStates } from "@/server/audit-anchor";
import { isDatabaseUp } from "@/server/health";
import { isEnding } from "@/server/traffic";

/** Whoever watches this may ask as often as they like: the database is asked once in so many milliseconds. */
const askEvery = 1_000;

/** The process lives, goes on living, and its database answers. */
export async function GET(): Promise<Response> {
  if (isEnding()) return Response.json({ status: "ending" }, { status: 503, headers: { "Retry-After": "5" } });
  const isUp = await isDatabaseUp(askEvery);
  return Response.json(
    // A site goes on without it; whoever watches should know.
    { status: isUp ? "ready" : "database away", ...(isAnchored() ? {} : { auditAnchor: "failing" }) },
    { status: isUp ? 200 : 503, headers: isUp ? {} : { "Retry-After": "5" } },
  );
}

/** Is the end of the audit log kept wherever it should be? */
const isAnchored = (): boolean => anchorStates().every(({ isFailing }) => !isFailing);
