import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisions } from "@/db/schema/meetings";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { getMeeting } from "./get-meeting";
import { listMeetings } from "./list-meetings";

let database: TestDatabase;
let officer: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  officer = await contextOf(database.db, "officer");
});
afterAll(() => database.drop());

async function idOf(code: string): Promise<number> {
  const found = (await listMeetings(officer, {})).meetings.find((meeting) => meeting.code === code);
  if (!found) throw new Error(`no meeting ${code}`);
  return found.id;
}

describe("the meetings", () => {
  it("are listed by cycle, newest first, each with its days and their precision", async () => {
    const { meetings } = await listMeetings(officer, {});
    const cycles = meetings.map(({ cycleCode }) => cycleCode);
    expect([...new Set(cycles)]).toEqual([...new Set([...cycles].sort().reverse())]);
    const known = meetings.find(({ code }) => code === "ADGMIN-3");
    expect(known).toMatchObject({ firstPrecision: "exact", state: "closed", cycleCode: "CYCLE-2023" });
    expect(meetings.find(({ code }) => code === "JWG-2023")).toMatchObject({ lastPrecision: "by" });
  });

  it("count the decisions that the reader may see, as their pages show them", async () => {
    const roles = await everyRole(database.db, "TH");
    for (const context of Object.values(roles)) {
      for (const { id, decisions } of (await listMeetings(context, {})).meetings) {
        expect((await getMeeting(context, { meetingId: id })).decisions).toHaveLength(decisions);
      }
    }
    const id = await idOf("ADGMIN-3");
    const seenBy = async (context: Context) => (await getMeeting(context, { meetingId: id })).decisions.length;
    expect(await seenBy(officer)).toBeGreaterThan(0);
    expect(await seenBy(roles.focal)).toBeLessThan(await seenBy(officer));
  });

  it("count pending decisions for the desk only", async () => {
    const { db } = database;
    const roles = await everyRole(db, "LA");
    const counts = async () =>
      Promise.all(
        Object.entries(roles).map(async ([role, context]) => {
          const found = (await listMeetings(context, {})).meetings.find(({ code }) => code === "ADGMIN-3");
          const shown = await getMeeting(context, { meetingId: found?.id ?? 0 });
          expect(shown.decisions, role).toHaveLength(found?.decisions ?? -1);
          return [role, found?.decisions ?? -1] as const;
        }),
      );
    const before = Object.fromEntries(await counts());
    const entryId = await addEntry(db, { stage: "submitted", proponent: "LA" });
    const meetingId = await idOf("ADGMIN-3");
    await db.insert(decisions).values({ meetingId, entryId, verbPrinted: "waits", outcome: "noted" });
    const more = Object.fromEntries((await counts()).map(([role, count]) => [role, count - (before[role] ?? 0)]));
    expect(more).toEqual({ admin: 1, manager: 1, officer: 1, focal: 0, viewer: 0 });
  });

  it("cite the sources of their facts", async () => {
    const page = await getMeeting(officer, { meetingId: await idOf("ADGMIN-3") });
    expect(page.sources.length).toBeGreaterThan(0);
    expect(page.body.code).toBe("ADGMIN");
  });

  it("are NOT_FOUND if they do not exist", async () => {
    await expect(getMeeting(officer, { meetingId: 99_999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
