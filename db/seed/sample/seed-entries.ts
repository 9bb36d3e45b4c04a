import "server-only";
import type { Transaction } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { concepts } from "@/db/schema/concepts";
import { entryParties, entryPriorities, entryStates } from "@/db/schema/entry-parts";
import { isMemberOn } from "@/domain/member-states";
import type { Counted } from "@/domain/vocabulary";
import { conceptOf } from "./concepts";
import { playHistory } from "./history";
import type { SampleActivity, SampleEntry } from "./rows";
import { idOf, type SeedContext } from "./seed-context";
import { type Desk, stepsOf } from "./steps";

/** Activities created so far, by their code in the data, each with its latest entry. */
export type Made = Map<string, { activityId: number; entryId: number }>;

/** Years with a known official number; the sample rows add up to it together with the real ones. */
const countedYears = ["2023", "2024", "2026"];

/** Creates the sample entries of one year. */
export async function seedYear(
  tx: Transaction,
  context: SeedContext,
  desk: Desk,
  year: string,
  rows: readonly SampleEntry[],
  made: Made,
): Promise<void> {
  const counted: Counted = countedYears.includes(year) ? "yes" : "unknown";
  for (const [index, row] of rows.entries()) {
    const earlier = made.get(row.code);
    const activityId = earlier?.activityId ?? (await seedActivity(tx, context, row.code, row.activity));
    const days = proposalDays(year, index, row, earlier !== undefined);
    const entryId = await playHistory(
      tx,
      {
        activityId,
        counted,
        workPlanId: idOf(context.plans, year),
        plannedStartOn: row.planned[0],
        plannedEndOn: row.planned[1],
        budgetApprovedUsd: row.budget?.[0],
        fund: row.fund,
        internalRemark: row.remark,
        carriedFromId: earlier?.entryId,
      },
      { on: days.draftedOn, change: earlier ? "entry.create" : "activity.create", by: desk.officer },
      (id) => seedParts(tx, context, id, year, row),
      stepsOf(context, desk, row, year, days.submittedOn),
    );
    made.set(row.code, { activityId, entryId });
  }
}

/**
 * Proposals are made in the spring of the previous year; carried-over entries begin when the old
 * year ends.
 */
function proposalDays(year: string, index: number, row: SampleEntry, isCarried: boolean) {
  const before = Number(year) - 1;
  const day = String(index + 10);
  if (!isCarried) return { draftedOn: `${before}-04-${day}`, submittedOn: `${before}-05-${day}` };
  const month = row.decisions ? "06" : "12";
  return { draftedOn: `${before}-${month}-23`, submittedOn: `${before}-${month}-28` };
}

async function seedActivity(
  tx: Transaction,
  context: SeedContext,
  wanted: string,
  activity: SampleActivity | undefined,
): Promise<number> {
  if (!activity) throw new Error(`${wanted} carries on an activity that is not there`);
  const { en, lo, original = "en", kind, outcomes, summary = [] } = activity;
  const code = freeCode(context, wanted);
  const [row] = await tx
    .insert(activities)
    .values({
      code,
      kind,
      titleEn: en,
      titleLo: lo,
      originalLocale: original,
      isSample: true,
      summaryEn: summary[0],
      summaryLo: summary[1],
    })
    .returning({ id: activities.id });
  if (!row) throw new Error("the sample activity was not written");
  const masterplan = wanted < "26" ? "ADM2025" : "ADM2030";
  await tx.insert(activityOutcomes).values(
    outcomes.map((number) => ({
      activityId: row.id,
      outcomeId: idOf(context.outcomes, `${masterplan}-DO${number}`),
    })),
  );
  return row.id;
}

/** The code itself, or the next free one of its year if an officer has used it. */
function freeCode(context: SeedContext, wanted: string): string {
  const [year, number] = wanted.split("-");
  let next = Number(number);
  const code = () => `${year}-${String(next).padStart(2, "0")}`;
  while (context.takenCodes.has(code())) next += 1;
  context.takenCodes.add(code());
  return code();
}

async function seedParts(tx: Transaction, context: SeedContext, entryId: number, year: string, row: SampleEntry) {
  const { lead, coLeads = [], implementing = [], funders = [], priority } = row;
  const leading = [lead, ...coLeads, ...implementing];
  const members = context.members.filter((state) => isMemberOn(state, `${year}-01-01`)).map(({ code }) => code);
  const others = (row.takePart === "all" ? members : row.takePart).filter((code) => !leading.includes(code));
  const party = (role: (typeof entryParties.$inferInsert)["role"], state: string) => ({
    entryId,
    role,
    memberStateId: idOf(context.states, state),
  });
  await tx
    .insert(entryParties)
    .values([
      party("proponent", lead),
      ...coLeads.map((state) => party("co_proponent", state)),
      ...implementing.map((state) => party("implementing_agency", state)),
      ...others.map((state) => party("participant", state)),
      ...funders.map((code) => ({ entryId, role: "funder" as const, partnerId: idOf(context.partners, code) })),
    ]);
  const share = (role: (typeof entryStates.$inferInsert)["role"], state: string) => ({
    entryId,
    role,
    memberStateId: idOf(context.states, state),
  });
  await tx
    .insert(entryStates)
    .values([
      share("lead", lead),
      ...[...coLeads, ...implementing].map((state) => share("co_lead", state)),
      ...others.map((state) => share("participant", state)),
    ]);
  // Proposals that await approval have a concept note.
  if (row.decisions) {
    await tx.insert(concepts).values({ entryId, ...conceptOf(row) });
  }
  if (priority) {
    await tx
      .insert(entryPriorities)
      .values({ entryId, kind: "annual", periodId: idOf(context.periods, year), state: priority });
  }
}
