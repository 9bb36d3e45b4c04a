import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { milestoneMoves, milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { dueDay, type MoveCause } from "@/domain/deadlines";
import type { AuditChange } from "@/server/audit";
import type { Context } from "@/server/context";

/**
 * Moves the deadlines counted from a meeting's days, in the transaction that changed those days.
 * @returns their audit rows, one for each deadline that moved
 */
export function moveWithMeeting(tx: Transaction, context: Context, meetingId: number): Promise<AuditChange[]> {
  return moveAlong(tx, context, eq(milestones.meetingId, meetingId), "meeting");
}

/** Moves the deadlines counted from an entry's end, likewise. */
export function moveWithEntry(tx: Transaction, context: Context, entryId: number): Promise<AuditChange[]> {
  const onItsEnd = sql`${milestones.entryId} = ${entryId} and ${milestones.anchor} = 'entry_end'`;
  return moveAlong(tx, context, onItsEnd, "entry");
}

async function moveAlong(tx: Transaction, context: Context, which: SQL, cause: MoveCause): Promise<AuditChange[]> {
  const rows = await tx
    .select({ deadline: milestones, meeting: meetings, entry: planEntries })
    .from(milestones)
    .leftJoin(meetings, eq(meetings.id, milestones.meetingId))
    .leftJoin(planEntries, eq(planEntries.id, milestones.entryId))
    .where(which)
    .orderBy(asc(milestones.id))
    .for("update", { of: milestones });
  const moved: AuditChange[] = [];
  for (const { deadline, meeting, entry } of rows) {
    const dueOn = dueDay(deadline, { meeting, entry });
    if (dueOn === deadline.dueOn) continue;
    await tx
      .update(milestones)
      .set({ dueOn, version: sql`${milestones.version} + 1` })
      .where(eq(milestones.id, deadline.id));
    await recordMove(tx, context, { deadlineId: deadline.id, from: deadline.dueOn, to: dueOn, cause });
    moved.push({
      subject: "milestones",
      subjectId: deadline.id,
      before: { dueOn: deadline.dueOn },
      after: { dueOn },
    });
  }
  return moved;
}

type Move = { deadlineId: number; from: string | null; to: string | null; cause: MoveCause };

/** Adds a change of day to a deadline's history. */
export async function recordMove(
  tx: Transaction,
  context: Context,
  { deadlineId, from, to, cause }: Move,
): Promise<void> {
  await tx.insert(milestoneMoves).values({
    deadlineId,
    fromOn: from,
    toOn: to,
    cause,
    movedAt: context.now,
    movedBy: context.actor.userId,
    movedByName: context.actor.name,
  });
}
