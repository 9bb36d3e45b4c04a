import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "../testing";
import { getEntry } from "./get-entry";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const lineOf = async (entryId: number, context = roles.officer) => (await getEntry(context, { entryId })).lineage;

it("an entry's page shows its lineage: from where it was carried over, to where, and why", async () => {
  const old = await addOngoing(database.db, { year: 2024, proponent: "LA", settledReason: "The fund came late" });
  const [row] = await database.db.select().from(planEntries).where(eq(planEntries.id, old));
  const [next] = await database.db
    .insert(planEntries)
    .values({
      activityId: row?.activityId ?? 0,
      workPlanId: await planOf(database.db, 2025),
      stage: "draft",
      carriedFromId: old,
      phase: 2,
    })
    .returning({ id: planEntries.id });
  const made = next?.id ?? 0;
  const line = await lineOf(made);
  expect(line.map(({ id, isThis, phase }) => [id, isThis, phase])).toEqual([
    [old, false, null],
    [made, true, 2],
  ]);
  expect(line[0]).toMatchObject({
    status: "ongoing",
    settledReason: "The fund came late",
    carriedFrom: null,
    carriedTo: { en: expect.stringContaining("2025") },
  });
  expect(line[1]).toMatchObject({ carriedFrom: { en: expect.stringContaining("2024") }, carriedTo: null });
  // The viewer does not see the draft that continues it, nor that it exists.
  expect(await lineOf(old, roles.viewer)).toEqual([
    expect.objectContaining({ id: old, isThis: true, carriedTo: null, settledReason: "The fund came late" }),
  ]);
});

it("the lineage of a merged entry names the entry it was merged into, to those who may see that", async () => {
  const receiver = await addEntry(database.db, { year: 2024, proponent: "TH" });
  const merged = await addOngoing(database.db, {
    year: 2024,
    proponent: "LA",
    status: "cancelled",
    mergedIntoId: receiver,
  });
  expect(await lineOf(merged)).toEqual([
    expect.objectContaining({ mergedInto: { id: receiver, code: expect.stringMatching(/^T\d+$/) } }),
  ]);
  const lao = await contextOf(database.db, "focal", "LA");
  for (const context of [lao, roles.viewer]) {
    expect(await lineOf(merged, context)).toEqual([expect.objectContaining({ mergedInto: null })]);
  }
});
