import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { activities } from "@/db/schema/activities";
import { entryParties, entryPriorities, entryStates } from "@/db/schema/entry-parts";
import { agendaEntries, decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { activityRows } from "./entries";
import { meetingRows } from "./meetings";
import type { SeedActivity, SeedEntry } from "./rows";
import { cite, type Frame, idOf } from "./seed-frame";
import { planKey } from "./seed-plans";

type SeedContext = Frame & { meetingIds: Map<string, number>; planIds: Map<string, number> };

/** The real activities with their entries, parties, decisions and priorities. */
export async function seedActivities(tx: Transaction, context: SeedContext, now: Date): Promise<void> {
  for (const row of activityRows) {
    const [activity] = await tx
      .insert(activities)
      .values({
        code: row.code,
        titleEn: row.titleEn,
        titleLo: row.titleLo,
        kind: row.kind,
        originalLocale: row.original,
      })
      .returning({ id: activities.id });
    if (!activity) continue;
    await cite(tx, context.sourceIds, "activities", activity.id, [row.source], row.note);
    for (const entry of row.entries) await seedEntry(tx, context, activity.id, row, entry, now);
  }
}

async function seedEntry(
  tx: Transaction,
  context: SeedContext,
  activityId: number,
  activity: SeedActivity,
  row: SeedEntry,
  now: Date,
): Promise<void> {
  const [entry] = await tx
    .insert(planEntries)
    .values({
      activityId,
      workPlanId: idOf(context.planIds, planKey(row.period, row.partner)),
      stage: row.stage,
      counted: row.counted,
      wasSubmitted: row.stage !== null && row.stage !== "draft",
      wasApproved: row.wasApproved ?? false,
    })
    .returning({ id: planEntries.id });
  if (!entry) return;
  await seedParties(tx, context, entry.id, activity);
  const decisionId = await seedDecisions(tx, context, entry.id, row);
  for (const point of row.agenda ?? [])
    await tx.insert(agendaEntries).values({ itemId: idOf(context.meetingIds, point), entryId: entry.id });
  for (const { kind, period, meeting, state, source } of row.priorities ?? []) {
    await tx.insert(entryPriorities).values({
      entryId: entry.id,
      kind,
      state,
      periodId: period ? idOf(context.periodIds, period) : null,
      meetingId: meeting ? idOf(context.meetingIds, meeting) : null,
      sourceId: idOf(context.sourceIds, source),
    });
  }
  await cite(tx, context.sourceIds, "plan_entries", entry.id, [activity.source]);
  const lastDecision = row.decisions?.at(-1);
  const decidedOn = meetingRows.find((meeting) => meeting.code === lastDecision?.meeting)?.last[0];
  await appendEntryVersion(tx, entry.id, {
    change: "reference.load",
    effectiveAt: decidedOn ? effectiveAt(decidedOn) : now,
    decisionId,
    recordedAt: now,
    recordedBy: null,
    recordedByName: "system",
  });
}

async function seedParties(
  tx: Transaction,
  context: SeedContext,
  entryId: number,
  activity: SeedActivity,
): Promise<void> {
  const { proponent, participants = [] } = activity;
  if (proponent) {
    await tx.insert(entryParties).values({
      entryId,
      role: "proponent",
      memberStateId: proponent.state ? idOf(context.stateIds, proponent.state) : null,
      agencyId: proponent.agency ? idOf(context.agencyIds, proponent.agency) : null,
      partnerId: proponent.partner ? idOf(context.partnerIds, proponent.partner) : null,
    });
  }
  if (proponent?.state) {
    await tx
      .insert(entryStates)
      .values({ entryId, memberStateId: idOf(context.stateIds, proponent.state), role: "lead" });
  }
  for (const code of participants) {
    const memberStateId = idOf(context.stateIds, code);
    await tx.insert(entryParties).values({ entryId, role: "participant", memberStateId });
    await tx.insert(entryStates).values({ entryId, memberStateId, role: "participant" });
  }
}

/** @returns the last decision's id */
async function seedDecisions(
  tx: Transaction,
  context: SeedContext,
  entryId: number,
  row: SeedEntry,
): Promise<number | undefined> {
  let last: number | undefined;
  for (const { meeting, source, stageTo, point, ...rest } of row.decisions ?? []) {
    const agendaItemId = point ? idOf(context.meetingIds, `${meeting}/${point}`) : null;
    if (agendaItemId !== null) await tx.insert(agendaEntries).values({ itemId: agendaItemId, entryId });
    const [decision] = await tx
      .insert(decisions)
      .values({
        ...rest,
        entryId,
        meetingId: idOf(context.meetingIds, meeting),
        stageTo: stageTo ?? null,
        agendaItemId,
        appliedAt: sql`now()`,
        sourceId: idOf(context.sourceIds, source),
      })
      .returning({ id: decisions.id });
    last = decision?.id;
  }
  return last;
}
