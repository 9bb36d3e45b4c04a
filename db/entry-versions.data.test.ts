import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addEntry } from "@/server/testing-entries";
import { appendEntryVersion, effectiveAt } from "./entry-versions";
import { planEntries } from "./schema/plan-entries";
import { entryVersions } from "./schema/updates";
import { createTestDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Fields = Partial<typeof planEntries.$inferInsert>;

/** Changes the entry and records a version that takes effect on that day. */
async function change(entryId: number, day: string, set: Fields): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.update(planEntries).set(set).where(eq(planEntries.id, entryId));
    const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };
    await appendEntryVersion(tx, entryId, { ...note, effectiveAt: effectiveAt(day) });
  });
}

async function versionsOf(entryId: number) {
  const rows = await database.db
    .select()
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(asc(entryVersions.validFrom), asc(entryVersions.id));
  const day = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? null;
  return rows.map(({ version, validFrom, validTo, stage, status }) => ({
    version,
    stage,
    status,
    from: day(validFrom),
    to: day(validTo),
  }));
}

describe("the versions of an entry", () => {
  it("follow each other if they are recorded in the order of effect", async () => {
    const id = await addEntry(database.db, { stage: "submitted" });
    await change(id, "2023-01-01", { stage: "submitted" });
    await change(id, "2023-02-10", { stage: "approved", status: "not_started" });
    await change(id, "2023-06-01", { status: "ongoing" });
    expect(await versionsOf(id)).toEqual([
      { version: 1, stage: "submitted", status: null, from: "2023-01-01", to: "2023-02-10" },
      { version: 2, stage: "approved", status: "not_started", from: "2023-02-10", to: "2023-06-01" },
      { version: 3, stage: "approved", status: "ongoing", from: "2023-06-01", to: null },
    ]);
  });

  it("recorded late apply their change to later versions, whose recorded content stays the same", async () => {
    const id = await addEntry(database.db, { stage: "submitted" });
    await change(id, "2023-01-01", { stage: "submitted" });
    await change(id, "2023-06-01", { budgetApprovedUsd: "100.00" });
    await change(id, "2023-02-10", { stage: "approved", status: "not_started" });
    await change(id, "2023-07-01", { status: "ongoing" });
    expect(await versionsOf(id)).toEqual([
      { version: 1, stage: "submitted", status: null, from: "2023-01-01", to: "2023-02-10" },
      { version: 3, stage: "approved", status: "not_started", from: "2023-02-10", to: "2023-06-01" },
      { version: 2, stage: "approved", status: "not_started", from: "2023-06-01", to: "2023-07-01" },
      { version: 4, stage: "approved", status: "ongoing", from: "2023-07-01", to: null },
    ]);
    const rows = await database.db
      .select()
      .from(entryVersions)
      .where(eq(entryVersions.entryId, id))
      .orderBy(entryVersions.id);
    const recorded = rows.map(({ snapshot }) => (snapshot as { entry: Fields }).entry);
    expect(recorded.map(({ stage, budgetApprovedUsd }) => [stage, budgetApprovedUsd])).toEqual([
      ["submitted", null],
      ["submitted", "100.00"],
      ["approved", "100.00"],
      ["approved", "100.00"],
    ]);
    const inEffect = rows.map(({ effective, snapshot }) => ((effective ?? snapshot) as { entry: Fields }).entry);
    expect(inEffect[2]?.budgetApprovedUsd).toBeNull();
  });
});
