import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { silentAfterBounds } from "@/domain/signals";
import { activitiesAddress } from "@/features/activities/list-address";
import { countFacet } from "@/features/activities/server/count-facet";
import { listActivities } from "@/features/activities/server/list-activities";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { getOverview } from "./get-overview";
import { getSilence } from "./get-silence";
import { setSilence } from "./set-silence";

let database: TestDatabase;
let roles: Awaited<ReturnType<typeof everyRole>>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  const base = { year: 2022, stage: "approved", wasSubmitted: true, wasApproved: true, status: "ongoing" } as const;
  // The year's last recorded meeting was on 2022-01-28, 58 and 149 days after these reports.
  await addEntry(database.db, { ...base, proponent: "LA", schedule: "on_track", lastReportedOn: "2021-12-01" });
  await addEntry(database.db, { ...base, proponent: "TH", schedule: "on_track", lastReportedOn: "2021-09-01" });
});
afterAll(() => database.drop());

/**
 * The number of silent entries. It must be the same in the overview's count and list, in the list
 * of activities, and in its filter.
 */
async function silentOnes(): Promise<number> {
  const overview = await getOverview(roles.viewer, { period: "CYCLE-2022" });
  const attention = overview.attention.filter(({ signals }) => signals.includes("silent"));
  const query = activitiesAddress.read(new URLSearchParams("period=CYCLE-2022&signal=silent"));
  const { totals } = await listActivities(roles.viewer, query);
  const choices = await countFacet(roles.viewer, { facet: "signal", query });
  const choice = choices.find(({ value }) => value === "silent");
  const counts = [overview.signals.silent, attention.length, totals.total, choice?.count];
  expect(new Set(counts).size).toBe(1);
  return totals.total;
}

it("is 90 days until a manager changes it, which changes counts, lists and the shown number", async () => {
  expect(await getSilence(roles.manager, {})).toEqual({ days: 90, version: 0, can: { update: true } });
  expect(await silentOnes()).toBe(1);
  const before = await countAudit(database.db);
  expect(await setSilence(roles.manager, { days: "58", version: 0 })).toEqual({ version: 1 });
  expect(await silentOnes()).toBe(1);
  expect(await setSilence(roles.manager, { days: "57", version: 1 })).toEqual({ version: 2 });
  expect(await silentOnes()).toBe(2);
  expect((await getOverview(roles.viewer, { period: "CYCLE-2022" })).silentAfter).toBe(57);
  await setSilence(roles.manager, { days: 149, version: 2 });
  expect(await silentOnes()).toBe(0);
  expect(await countAudit(database.db)).toBe(before + 3);
  const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, "silence.update"));
  expect(rows[0]).toMatchObject({ subject: "settings", before: { days: 90 }, after: { days: 58, key: "silence" } });
});

it("refuses the second of two edits, and writes nothing without a change", async () => {
  const { days, version } = await getSilence(roles.manager, {});
  const before = await countAudit(database.db);
  await expect(setSilence(roles.manager, { days: 30, version: version - 1 })).rejects.toMatchObject({
    code: "CONFLICT",
    current: { days: String(days), version: String(version) },
  });
  expect(await setSilence(roles.manager, { days, version })).toEqual({ version });
  expect(await countAudit(database.db)).toBe(before);
});

it.each([
  [silentAfterBounds.min - 1, "TOO_SMALL"],
  [silentAfterBounds.max + 1, "TOO_LARGE"],
  ["", "NOT_A_NUMBER"],
  ["90.5", "NOT_A_NUMBER"],
  ["soon", "NOT_A_NUMBER"],
])("refuses %o days: %s", async (days, code) => {
  await expect(setSilence(roles.manager, { days, version: 0 })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields: [{ field: "days", code }],
  });
});

it("cannot be set by other roles", async () => {
  const before = await countAudit(database.db);
  const { version } = await getSilence(roles.officer, {});
  for (const role of ["officer", "focal", "viewer"] as const) {
    expect((await getSilence(roles[role], {})).can.update).toBe(false);
    await expect(setSilence(roles[role], { days: 30, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  expect(await countAudit(database.db)).toBe(before);
});
