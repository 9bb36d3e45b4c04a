import { and, eq, not } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { bodies } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { workPlans } from "@/db/schema/work-plans";
import type { Context } from "@/server/context";
import { isDenial } from "@/server/testing";
import { openRound } from "./server/open-round";
import type { saveDraft } from "./server/save-draft";

let made = 0;

/**
 * Creates a separate plan and a planned meeting of its cycle, so that rounds of other tests cover
 * other entries.
 */
export async function newCycle(db: Database): Promise<{ planId: number; meetingId: number }> {
  made += 1;
  const place = String(made).padStart(5, "0");
  const [period] = await db
    .insert(periods)
    .values({
      code: `ROUND-${place}`,
      kind: "work_cycle",
      nameEn: `Cycle ${place}`,
      startsOn: "2023-01-01",
      endsOn: "2023-12-31",
    })
    .returning({ id: periods.id });
  const [plan] = await db
    .insert(workPlans)
    .values({ framework: "adgsom_atrc", periodId: period?.id ?? 0, state: "approved", titleEn: `Plan ${place}` })
    .returning({ id: workPlans.id });
  const [body] = await db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, "ADGSOM"));
  const [meeting] = await db
    .insert(meetings)
    .values({
      code: `ADGSOM-R${place}`,
      bodyId: body?.id ?? 0,
      titleEn: `Meeting ${place}`,
      state: "planned",
      cycleId: period?.id,
    })
    .returning({ id: meetings.id });
  return { planId: plan?.id ?? 0, meetingId: meeting?.id ?? 0 };
}

/** Moves entries into this plan. */
export async function intoPlan(db: Database, planId: number, entryIds: readonly number[]): Promise<void> {
  for (const id of entryIds) await db.update(planEntries).set({ workPlanId: planId }).where(eq(planEntries.id, id));
}

/** Opens a round with these entries; by default its due date is long past. */
export async function newRound(head: Context, entryIds: readonly number[], dueOn = "2023-08-01") {
  const { planId, meetingId } = await newCycle(head.db);
  await intoPlan(head.db, planId, entryIds);
  const { roundId } = await openRound(head, { meetingId, dueOn, planIds: [planId] });
  return { roundId, meetingId, planId };
}

/** The stored draft of an entry in a round. */
export async function draftOf(db: Database, roundId: number, entryId: number) {
  const [draft] = await db
    .select()
    .from(roundDrafts)
    .where(and(eq(roundDrafts.roundId, roundId), eq(roundDrafts.entryId, entryId)));
  if (!draft) throw new Error(`no draft of entry ${entryId}`);
  return draft;
}

/** The draft of an entry as its form sends it. */
export async function formOf(db: Database, roundId: number, entryId: number, values: object = {}) {
  const draft = await draftOf(db, roundId, entryId);
  const [entry] = await db.select().from(planEntries).where(eq(planEntries.id, entryId));
  const { status, schedule, scheduleReason, progress, textEn, textLo, issues, nextSteps, decisionSought } = draft;
  return {
    draftId: draft.id,
    version: draft.version,
    entryVersion: entry?.version ?? 0,
    status,
    schedule,
    scheduleReason,
    progress,
    textEn,
    textLo,
    issues,
    nextSteps,
    decisionSought,
    ...values,
  } as Parameters<typeof saveDraft>[1];
}

/** A draft as a head's form names it. */
export const seen = ({ id, version }: { id: number; version: number }) => `${id}:${version}`;

/** Actions in the audit log for this row, in order. */
export async function actionsOf(db: Database, subject: string, subjectId: number): Promise<string[]> {
  const rows = await db
    .select({ action: auditLog.action })
    .from(auditLog)
    .where(and(eq(auditLog.subject, subject), eq(auditLog.subjectId, subjectId), not(isDenial)))
    .orderBy(auditLog.seq);
  return rows.map(({ action }) => action);
}
