import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { activitiesAddress } from "@/features/activities/list-address";
import { countFacet } from "@/features/activities/server/count-facet";
import { listActivities } from "@/features/activities/server/list-activities";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { getOverview } from "./get-overview";

let database: TestDatabase;
let roles: Awaited<ReturnType<typeof everyRole>>;
let entryId: number;
let other: number;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  const base = { year: 2022, stage: "approved", wasSubmitted: true, wasApproved: true, status: "ongoing" } as const;
  const reported = { schedule: "on_track", lastReportedOn: "2022-01-20" } as const;
  // The year is over, so its reference date is its last recorded meeting, 2022-01-28.
  entryId = await addEntry(database.db, { ...base, ...reported, proponent: "LA" });
  other = await addEntry(database.db, { ...base, ...reported, proponent: "TH" });
});
afterAll(() => database.drop());

/**
 * The number of entries with a missed deadline. It must be the same in the overview's count and
 * list, in the list of activities, and in its filter.
 */
async function overdueOnes(context: Context): Promise<number> {
  const overview = await getOverview(context, { period: "CYCLE-2022" });
  const attention = overview.attention.filter(({ signals }) => signals.includes("overdue"));
  const query = activitiesAddress.read(new URLSearchParams("period=CYCLE-2022&signal=overdue"));
  const { totals } = await listActivities(context, query);
  const choice = (await countFacet(context, { facet: "signal", query })).find(({ value }) => value === "overdue");
  const counts = [overview.signals.overdue, attention.length, totals.total, choice?.count];
  expect(new Set(counts).size).toBe(1);
  return totals.total;
}

const due = (id: number, dueOn: string) =>
  database.db.insert(milestones).values({ entryId: id, titleEn: "Papers", anchor: "day", fixedOn: dueOn, dueOn });

it("counts and lists entries with a missed deadline, for those who may see them", async () => {
  expect(await overdueOnes(roles.officer)).toBe(0);
  await due(entryId, "2022-01-28");
  await due(other, "2023-01-01");
  expect(await overdueOnes(roles.officer)).toBe(0);
  await due(entryId, "2022-01-27");
  await due(entryId, "2022-01-01");
  expect(await overdueOnes(roles.officer)).toBe(1);
  expect(await overdueOnes(roles.focal)).toBe(1);
  expect(await overdueOnes(await contextOf(database.db, "focal", "TH"))).toBe(0);
});

it("does not count deadlines that are done or whose work is cancelled", async () => {
  await database.db.update(planEntries).set({ status: "cancelled" }).where(eq(planEntries.id, entryId));
  expect(await overdueOnes(roles.viewer)).toBe(0);
  await database.db.update(planEntries).set({ status: "ongoing" }).where(eq(planEntries.id, entryId));
  expect(await overdueOnes(roles.viewer)).toBe(1);
  await database.db.update(milestones).set({ doneOn: "2022-02-01" }).where(eq(milestones.entryId, entryId));
  expect(await overdueOnes(roles.viewer)).toBe(0);
});
