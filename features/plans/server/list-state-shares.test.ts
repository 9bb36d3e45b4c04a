import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { reportState } from "@/features/activities/server/report-state";
import type { Context } from "@/server/context";
import { contextOf, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "@/server/testing-entries";
import { statesAddress } from "../address";
import { listStateShares, type StateShares } from "./list-state-shares";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;
let malaysian: Context;
let plan: number;
/**
 * Of Lao PDR with Thailand; of Thailand with Lao PDR; of Thailand with Viet Nam, completed; and a
 * draft of Thailand with Lao PDR.
 */
let ours: number;
let theirs: number;
let done: number;
let draft: number;

/**
 * The reference data has no entries for 2022: the test adds all of them. The year's last meeting
 * was on 2022-01-28.
 */
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  roles = await everyRole(db, "LA");
  thai = await contextOf(db, "focal", "TH");
  malaysian = await contextOf(db, "focal", "MY");
  plan = await planOf(db, 2022);
  const year = 2022;
  ours = await addOngoing(db, { year, proponent: "LA", participants: ["TH"], lastReportedOn: "2021-09-01" });
  theirs = await addOngoing(db, { year, proponent: "TH", participants: ["LA"], lastReportedOn: "2022-01-20" });
  done = await addOngoing(db, { year, proponent: "TH", participants: ["VN"], status: "completed", progress: 100 });
  draft = await addEntry(db, { year, stage: "draft", proponent: "TH", participants: ["LA"] });
  await share(ours, "TH", { lastReportedOn: "2021-10-01", status: "ongoing" });
});
afterAll(() => database.drop());

async function share(entryId: number, code: string, values: Partial<typeof entryStates.$inferInsert>): Promise<void> {
  const key = and(eq(entryStates.entryId, entryId), eq(entryStates.memberStateId, await stateId(database.db, code)));
  await database.db.update(entryStates).set(values).where(key);
}

const list = (search = "", context = roles.officer) =>
  listStateShares(context, { planId: plan, query: statesAddress.read(new URLSearchParams(search)) });
const figures = (page: StateShares, code: string) => page.states.find((state) => state.code === code);
const cellOf = (page: StateShares, entryId: number, code: string) =>
  page.cells.find((cell) => cell.entryId === entryId && cell.stateId === figures(page, code)?.id);
const idsOf = (page: StateShares) => page.rows.map(({ id }) => id).sort((a, b) => a - b);

describe("a plan's entries by state", () => {
  it("have a column for each member state at the period's end: ten until 2025-10-26, then eleven", async () => {
    const { states } = await list();
    expect(states).toHaveLength(10);
    expect(states.map(({ code }) => code)).not.toContain("TL");
    const planId = await planOf(database.db, 2026);
    const later = await listStateShares(roles.officer, { planId, query: statesAddress.read(new URLSearchParams()) });
    expect(later.states).toHaveLength(11);
  });

  it("show when each state last reported, and which shares are silent by the setting", async () => {
    const page = await list();
    expect(idsOf(page)).toEqual([ours, theirs, done, draft]);
    expect(page).toMatchObject({ day: "2022-01-28", silentAfter: 90, total: 4, from: 1, to: 4, pageCount: 1 });
    // The lead's updates of the whole entry count as its reports: 149 days.
    expect(cellOf(page, ours, "LA")).toMatchObject({
      role: "lead",
      lastReportedOn: "2021-09-01",
      isSilent: true,
      waitingDays: 149,
    });
    expect(cellOf(page, ours, "TH")).toMatchObject({
      status: "ongoing",
      lastReportedOn: "2021-10-01",
      isSilent: true,
      waitingDays: 119,
    });
    expect(cellOf(page, theirs, "TH")).toMatchObject({ lastReportedOn: "2022-01-20", isSilent: false });
    // Never reported, and the period began long ago: shown as not reported, and silent.
    expect(cellOf(page, theirs, "LA")).toMatchObject({ status: null, lastReportedOn: null });
    // Nothing is expected for completed work, or without approval.
    expect(cellOf(page, done, "VN")).toMatchObject({ lastReportedOn: null, isSilent: false });
    expect(cellOf(page, draft, "LA")).toMatchObject({ isSilent: false });
  });

  it("expect nothing of a former state, even if it was lead before", async () => {
    const set = { role: "former", lastReportedOn: "2021-10-01" } as const;
    await share(ours, "TH", set);
    await share(ours, "LA", set);
    const page = await list();
    for (const code of ["TH", "LA"])
      expect(cellOf(page, ours, code), code).toMatchObject({ role: "former", isSilent: false });
    expect(idsOf(await list("silent=1"))).not.toContain(ours);
    await share(ours, "TH", { role: "participant" });
    await share(ours, "LA", { role: "lead", lastReportedOn: null });
  });

  it("are counted by state as they are listed", async () => {
    const page = await list();
    for (const state of page.states) {
      const cells = page.cells.filter((cell) => cell.stateId === state.id);
      expect(state, state.code).toMatchObject({
        shares: cells.length,
        open: cells.length,
        never: cells.filter(({ lastReportedOn }) => lastReportedOn === null).length,
        silent: cells.filter(({ isSilent }) => isSilent).length,
      });
    }
    expect(figures(page, "MY")).toMatchObject({ shares: 0, silent: 0, isMember: true });
  });

  it("can be filtered by state, and to silent shares", async () => {
    expect(idsOf(await list("state=VN"))).toEqual([done]);
    const silent = await list("silent=1");
    expect(idsOf(silent)).toEqual(
      silent.rows
        .filter(({ id }) => silent.cells.some((cell) => cell.entryId === id && cell.isSilent))
        .map(({ id }) => id),
    );
    expect(idsOf(silent)).toContain(ours);
    expect(idsOf(silent)).not.toContain(done);
    const thaiSilent = await list("state=TH&silent=1");
    expect(idsOf(thaiSilent)).toEqual([ours]);
    expect(thaiSilent.cells).toHaveLength(1);
    await expect(list("state=XX")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(list("page=9")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const none = { planId: 99_999_999, query: statesAddress.read(new URLSearchParams()) };
    await expect(listStateShares(roles.officer, none)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what a reader sees of the shares", () => {
  it("is everything for the desk, and everything but drafts for a viewer", async () => {
    for (const role of ["admin", "manager", "officer"] as const) {
      const page = await list("", roles[role]);
      expect(idsOf(page), role).toContain(draft);
      expect(
        page.cells.every((cell) => cell.isOpen && cell.can.report),
        role,
      ).toBe(true);
    }
    const page = await list("", roles.viewer);
    expect(idsOf(page)).toEqual([ours, theirs, done]);
    expect(page.cells.every((cell) => cell.isOpen && !cell.can.report)).toBe(true);
  });

  it("is only the role for a focal point whose state participates, except for its own share", async () => {
    const page = await list("", roles.focal);
    expect(idsOf(page)).toEqual([ours, theirs]);
    expect(cellOf(page, ours, "TH")).toMatchObject({
      isOpen: true,
      lastReportedOn: "2021-10-01",
      can: { report: false },
    });
    expect(cellOf(page, theirs, "TH")).toEqual({
      entryId: theirs,
      stateId: figures(page, "TH")?.id,
      role: "lead",
      isOpen: false,
      can: { report: false },
      status: null,
      lastReportedOn: null,
      waitingSince: null,
      waitingDays: null,
      isSilent: false,
    });
    expect(cellOf(page, theirs, "LA")).toMatchObject({ isOpen: true, can: { report: true } });
    // The counts include only what the cells show.
    expect(figures(page, "TH")).toMatchObject({ shares: 2, open: 1, silent: 1 });
    expect(idsOf(await list("", malaysian))).toEqual([]);
    expect(figures(await list("", malaysian), "TH")).toMatchObject({ shares: 0, open: 0 });
  });

  it("does not reveal silent shares that the reader may not read", async () => {
    await share(theirs, "LA", { lastReportedOn: "2022-01-20" });
    await database.db.update(planEntries).set({ lastReportedOn: "2021-06-01" }).where(eq(planEntries.id, theirs));
    expect(idsOf(await list("state=TH&silent=1", roles.officer))).toEqual([ours, theirs]);
    expect(idsOf(await list("state=TH&silent=1", roles.focal))).toEqual([ours]);
    expect(idsOf(await list("state=TH&silent=1", thai))).toEqual([ours, theirs]);
    await database.db.update(planEntries).set({ lastReportedOn: "2022-01-20" }).where(eq(planEntries.id, theirs));
  });

  it("changes when the state reports, and expects nothing in a closed plan", async () => {
    const laos = await stateId(database.db, "LA");
    const before = cellOf(await list(), theirs, "LA");
    await reportState(roles.focal, {
      entryId: theirs,
      memberStateId: laos,
      version: 1,
      status: "ongoing",
      note: "Sent",
    });
    const after = cellOf(await list(), theirs, "LA");
    expect(after).toMatchObject({ status: "ongoing", isSilent: false });
    expect(after?.lastReportedOn).not.toBe(before?.lastReportedOn);
    await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, plan));
    const closed = await list();
    expect(closed.cells.some((cell) => cell.isSilent || cell.can.report)).toBe(false);
    expect(closed.states.every(({ silent }) => silent === 0)).toBe(true);
  });
});
