import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { rounds } from "@/db/schema/rounds";
import { AppError } from "@/domain/errors";

/** A round with its meeting. @throws AppError NOT_FOUND */
export async function readRound(db: Database, id: number) {
  const [row] = await db
    .select({ round: rounds, meeting: meetings })
    .from(rounds)
    .innerJoin(meetings, eq(meetings.id, rounds.meetingId))
    .where(eq(rounds.id, id));
  if (!row) throw new AppError("NOT_FOUND");
  const { dueOn, note, state, openedByName, createdAt, closedAt, isSample, version } = row.round;
  const { id: meetingId, titleEn, titleLo, firstOn, firstPrecision, lastOn, lastPrecision } = row.meeting;
  return {
    id,
    dueOn,
    note,
    state,
    openedByName,
    openedAt: createdAt,
    closedAt,
    isSample,
    version,
    meeting: { id: meetingId, titleEn, titleLo, firstOn, firstPrecision, lastOn, lastPrecision },
  };
}
