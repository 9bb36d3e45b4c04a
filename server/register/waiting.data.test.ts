import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { addEntry, type EntryWish } from "../testing-entries";
import { waitingSinceReport } from "./waiting";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Since when a report of such an entry is due; its period begins on 1 January 2023. */
async function since(wish: EntryWish, approvedOn: string | null = null): Promise<string | undefined> {
  const { db } = database;
  const entryId = await addEntry(db, { stage: "approved", year: 2023, ...wish });
  if (approvedOn !== null) await approve(entryId, approvedOn);
  const { rows } = await db.execute<{ day: string }>(sql`
    select (${waitingSinceReport(planEntries.lastReportedOn)})::text as day
    from ${planEntries} cross join (select date '2023-01-01' as starts_on) r where ${planEntries.id} = ${entryId}`);
  return rows[0]?.day;
}

async function approve(entryId: number, day: string): Promise<void> {
  const { rows } = await database.db.execute<{ id: number }>(sql`
    insert into meetings (code, body_id, title_en, state, first_on, first_precision, last_on, last_precision)
    select 'W-' || ${entryId}::int, id, 'Meeting', 'closed', ${day}::date, 'exact', ${day}::date, 'exact' from bodies
    where code = 'ADGMIN' returning id`);
  await database.db.insert(decisions).values({
    entryId,
    meetingId: rows[0]?.id ?? 0,
    verbPrinted: "approved",
    outcome: "approved",
    stageFrom: "endorsed",
    stageTo: "approved",
    appliedAt: new Date(),
    recordedAt: new Date(),
  });
}

it("is the first day of the period where nothing else is known", async () => {
  expect(await since({})).toBe("2023-01-01");
});

it("is the approval or the beginning of the work, if that is later", async () => {
  expect(await since({}, "2023-02-10")).toBe("2023-02-10");
  expect(await since({ plannedStartOn: "2023-03-01" }, "2023-02-10")).toBe("2023-03-01");
  expect(await since({ plannedStartOn: "2023-03-01", actualStartOn: "2023-04-05" })).toBe("2023-04-05");
  expect(await since({}, "2022-12-01")).toBe("2023-01-01");
});

it("is the last report, unless the approval came after it", async () => {
  expect(await since({ lastReportedOn: "2023-05-06" }, "2023-02-10")).toBe("2023-05-06");
  expect(await since({ lastReportedOn: "2023-01-20" }, "2023-02-10")).toBe("2023-02-10");
  expect(await since({ lastReportedOn: "2022-10-01" })).toBe("2022-10-01");
});
