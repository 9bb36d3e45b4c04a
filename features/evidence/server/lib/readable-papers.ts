import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { papers } from "@/db/schema/evidence";
import { type Actor, isDesk } from "@/domain/roles";

/**
 * Condition for the documents of a meeting that the actor may read; those for the desk only for the
 * desk.
 */
export function readablePapers(actor: Actor, meetingId: number): SQL | undefined {
  return and(
    ...[eq(papers.meetingId, meetingId), isNull(papers.removedAt)],
    isDesk(actor.role) ? undefined : eq(papers.audience, "all"),
  );
}
