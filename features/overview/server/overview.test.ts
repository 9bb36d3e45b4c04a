import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { settings } from "@/db/schema/settings";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { getOverview, type OverviewPage } from "./get-overview";
import { setCycle } from "./set-cycle";

let database: TestDatabase;
let roles: Awaited<ReturnType<typeof everyRole>>;

/**
 * The reference data has no entries for 2022: the test adds all of them and counts them by hand.
 */
const period = "CYCLE-2022";
const base = { year: 2022, stage: "approved", wasSubmitted: true, wasApproved: true } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  const { db } = database;
  // The year's last recorded meeting was on 2022-01-28.
  const moved = await addEntry(db, { ...base, proponent: "LA", status: "not_started", schedule: "on_track" });
  await version(moved, "2022-01-10");
  await db
    .update(planEntries)
    .set({ status: "ongoing", lastReportedOn: "2022-03-01" })
    .where(eq(planEntries.id, moved));
  await version(moved, "2022-03-01");
  const late = {
    status: "not_started",
    schedule: "on_track",
    plannedStartOn: "2022-01-05",
    lastReportedOn: "2022-01-20",
  };
  await addEntry(db, { ...base, ...late, status: "not_started", schedule: "on_track", proponent: "TH" });
  const delayed = {
    status: "ongoing",
    schedule: "delayed",
    scheduleReason: "Why",
    lastReportedOn: "2021-09-01",
  } as const;
  await addEntry(db, { ...base, ...delayed, proponent: "TH", participants: ["LA"] });
  await addEntry(db, { ...base, status: "completed", schedule: "on_track", progress: 100, proponent: "VN" });
  await addEntry(db, { ...base, status: "ongoing", schedule: "on_track", proponent: "VN", isConfidential: true });
  await addEntry(db, { ...base, stage: "submitted", wasApproved: false, proponent: "TH" });
  await addEntry(db, { year: 2022, stage: "draft", proponent: "LA" });
  await addEntry(db, { year: 2022, stage: "draft", proponent: "TH" });
});
afterAll(() => database.drop());

async function version(entryId: number, day: string): Promise<void> {
  const at = effectiveAt(day);
  const note = { change: "entry.report", effectiveAt: at, recordedAt: at, recordedBy: null, recordedByName: "Test" };
  await database.db.transaction((tx) => appendEntryVersion(tx, entryId, note));
}

const see = (context: Context, code: string | null = period) => getOverview(context, { period: code });
const sum = (rows: readonly { total: number }[]) => rows.reduce((all, row) => all + row.total, 0);
const ofYear = (page: OverviewPage) => page.axes.filter((row) => row.period === period);
const approved = (page: OverviewPage) => sum(ofYear(page).filter((row) => row.stage === "approved"));

describe("the overview", () => {
  it("opens on the current cycle, with the one in preparation beside it", async () => {
    const during = { ...roles.officer, now: new Date("2023-11-20T03:00:00Z") };
    const page = await see(during, null);
    expect([page.period.code, page.beside?.code, page.after]).toEqual(["CYCLE-2023", "CYCLE-2024", null]);
    expect(page.plans.map((plan) => plan.official.find((row) => row.memberStateId === null)?.count)).toEqual([13, 15]);
  });

  it("uses the last recorded meeting of a past cycle as reference date, never today", async () => {
    const { referenceDate, after } = await see(roles.officer, "CYCLE-2023");
    expect(after?.code).toBe("CYCLE-2026");
    expect(referenceDate).toMatchObject({ isOver: true, day: "2023-08-25", meeting: { code: "RETREAT-2023-2" } });
    const during = { ...roles.officer, now: new Date("2023-11-20T03:00:00Z") };
    expect((await see(during, null)).referenceDate).toMatchObject({ isOver: false, day: "2023-11-20" });
    expect((await see(during, null)).meetings[0]?.code).toBe("ADGSOM-4");
  });

  it("refuses a period that does not exist", async () => {
    await expect(see(roles.officer, "CYCLE-1900")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("counts the members of the reference date: ten before Timor-Leste joined", async () => {
    expect((await see(roles.officer)).members).toHaveLength(10);
    const now = { ...roles.officer, now: new Date("2026-11-22T03:00:00Z") };
    expect((await see(now, "CYCLE-2026")).members).toHaveLength(11);
  });

  it("counts what each role may see; for a focal point its own state only", async () => {
    const counts = async (context: Context) => {
      const page = await see(context);
      return [approved(page), sum(ofYear(page).filter((row) => row.stage === "draft"))];
    };
    expect(await counts(roles.officer)).toEqual([5, 2]);
    expect(await counts(roles.viewer)).toEqual([4, 0]);
    expect(await counts(roles.focal)).toEqual([1, 1]);
    expect(await counts(await contextOf(database.db, "focal", "TH"))).toEqual([2, 1]);
  });

  it("matches a count by hand of states, statuses, signals, changes and the past", async () => {
    const page = await see(roles.officer);
    const ofState = (code: string) => sum(page.byState.filter((row) => row.code === code));
    expect(["LA", "MY", "TH", "VN"].map(ofState)).toEqual([1, 0, 2, 2]);
    expect(page.signals).toEqual({
      late: 1,
      overdue: 0,
      silent: 1,
      at_risk: 0,
      delayed: 1,
      untranslated: 8,
      changed: 1,
    });
    expect(page.attention.map((line) => line.signals)).toEqual([["silent", "delayed"], ["late"]]);
    expect(page.changes).toMatchObject([
      { status: "ongoing", changedAt: "2022-03-01", past: { stage: "approved", status: "not_started" } },
    ]);
    expect(page.past).toEqual([{ status: "not_started", schedule: "on_track", total: 1 }]);
  });
});

describe("the current cycle", () => {
  const wanted = { current: "CYCLE-2024", preparing: "CYCLE-2025", version: 0 };

  it("is set by a manager, with a row in the audit log", async () => {
    const before = await countAudit(database.db);
    await setCycle(roles.manager, wanted);
    expect(await countAudit(database.db)).toBe(before + 1);
    const [row] = await database.db.select().from(auditLog).where(eq(auditLog.action, "cycle.update"));
    expect(row).toMatchObject({
      subject: "settings",
      before: { current: "", preparing: null },
      after: { current: "CYCLE-2024", preparing: "CYCLE-2025", key: "current_cycle" },
    });
    expect((await see(roles.viewer, null)).period.code).toBe("CYCLE-2024");
  });

  it("refuses the second of two simultaneous edits", async () => {
    await expect(setCycle(roles.manager, { ...wanted, current: "CYCLE-2026" })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { current: "CYCLE-2024", preparing: "CYCLE-2025", version: "1" },
    });
  });

  it("cannot be set by other roles", async () => {
    const before = await countAudit(database.db);
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(setCycle(roles[role], { ...wanted, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await countAudit(database.db)).toBe(before);
  });

  it.each([
    [{ current: "CYCLE-1900" }, "current"],
    [{ preparing: "CN-2023-2024" }, "preparing"],
    [{ preparing: "CYCLE-2024" }, "preparing"],
  ])("refuses %o", async (change, field) => {
    await expect(setCycle(roles.manager, { ...wanted, version: 1, ...change })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: [{ field, code: "UNKNOWN_CHOICE" }],
    });
    expect(await database.db.$count(settings)).toBe(1);
  });
});
