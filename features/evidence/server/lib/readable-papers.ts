import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { papers } from "@/db/schema/evidence";
import { type Actor, isDesk } from "@/domain/roles";

/** The papers of a meeting that the actor reads: those for the desk are the desk's alone. */
export function readablePapers(actor: Actor, meetingId: number): SQL | undefined {
  return and(
    ...[eq(papers.meetingId, meetingId), isNull(papers.removedAt)],
    isDesk(actor.role) ? undefined : eq(papers.audience, "all"),
  );
}
