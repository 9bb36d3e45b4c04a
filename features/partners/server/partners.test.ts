import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { agendaEntries, agendaItems, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { getPartner } from "./get-partner";
import { getPartnerName } from "./get-partner-name";
import { listPartners } from "./list-partners";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;
/**
 * Entries funded by Japan: of Lao PDR in a past year and in the current one; a draft of Thailand.
 */
let past: number;
let running: number;
let draft: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const at = { now: new Date("2026-11-22T03:00:00Z") };
  const all = await everyRole(db, "LA");
  roles = Object.fromEntries(Object.entries(all).map(([role, one]) => [role, { ...one, ...at }])) as typeof all;
  thai = { ...(await contextOf(db, "focal", "TH")), ...at };
  past = await addOngoing(db, { year: 2023, proponent: "LA" });
  running = await addOngoing(db, { year: 2026, proponent: "LA" });
  draft = await addEntry(db, { year: 2026, proponent: "TH" });
  const partnerId = await idOf("JP");
  for (const entryId of [past, running, draft])
    await db.insert(entryParties).values({ entryId, role: "funder", partnerId });
  await addJointMeetings(partnerId);
});
afterAll(() => database.drop());

async function idOf(code: string): Promise<number> {
  const [row] = await database.db.select({ id: partners.id }).from(partners).where(eq(partners.code, code));
  return row?.id ?? 0;
}

async function addJointMeetings(partnerId: number): Promise<void> {
  const [body] = await database.db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, "PARTNER"));
  const common = { bodyId: body?.id ?? 0, partnerId, titleEn: "With Japan" };
  const on = (day: string) => ({ firstOn: day, firstPrecision: "exact", lastOn: day, lastPrecision: "exact" }) as const;
  await database.db.insert(meetings).values([
    { ...common, ...on("2027-02-02"), code: "JP-2027", state: "planned" },
    { ...common, ...on("2027-01-15"), code: "JP-2026", state: "planned" },
    { ...common, ...on("2025-01-15"), code: "JP-2025", state: "closed" },
  ]);
}

const page = async (code: string, context = roles.officer) => getPartner(context, { partnerId: await idOf(code) });
const ids = (lines: readonly { id: number }[]) => lines.map(({ id }) => id);

describe("the partners", () => {
  it("are listed with their numbers and the next joint meeting", async () => {
    const rows = await listPartners(roles.officer, {});
    expect(rows).toHaveLength(13);
    const of = (code: string) => rows.find((row) => row.code === code);
    // The plan of action of 2007 to 2012 is over.
    expect(of("CN")).toMatchObject({ instruments: 2, plans: 1, entries: 1, next: null });
    expect(of("JP")?.next).toMatchObject({ code: "JP-2026" });
    expect(of("AU")).toMatchObject({ instruments: 0, plans: 0, entries: 0, next: null });
  });

  it("have the instruments named in the sources, each with its source and the precision of its days", async () => {
    const { instruments, can } = await page("CN");
    expect(instruments.map(({ kind, isOver }) => [kind, isOver])).toEqual([
      ["action_plan", false],
      ["memorandum", false],
      ["action_plan", true],
    ]);
    expect(instruments[1]).toMatchObject({
      validFrom: "2024-01-01",
      fromPrecision: "year",
      validTo: "2029-12-31",
      toPrecision: "year",
      state: "announced",
      loIsTranslation: true,
      isSample: false,
    });
    expect(instruments[0]).toMatchObject({ state: "preparing", validFrom: null, fromPrecision: "unknown" });
    expect(can).toEqual({ write: true });
    for (const { code } of await listPartners(roles.officer, {})) {
      for (const one of (await page(code)).instruments) expect(one.sources.length, one.nameEn).toBeGreaterThan(0);
    }
  });

  it("count an entry of their own plan once even if they are also a party to it", async () => {
    const own = (await page("JP")).past.find(({ isOwnPlan }) => isOwnPlan)?.id ?? 0;
    const partnerId = await idOf("JP");
    const count = async () => (await listPartners(roles.officer, {})).find(({ id }) => id === partnerId)?.entries;
    const before = await count();
    await database.db.insert(entryParties).values({ entryId: own, role: "funder", partnerId });
    expect(await count()).toBe(before);
  });

  it("have the meetings that discussed an entry to which they are a party", async () => {
    const [met] = await database.db.select().from(meetings).where(eq(meetings.code, "ADGSOM-4"));
    const [item] = await database.db
      .insert(agendaItems)
      .values({ meetingId: met?.id ?? 0, position: 90, titleEn: "With partners" })
      .returning();
    await database.db.insert(agendaEntries).values({ itemId: item?.id ?? 0, entryId: past });
    const codes = async (context: Context) => (await page("JP", context)).meetings.map(({ code }) => code);
    expect(await codes(roles.officer)).toContain("ADGSOM-4");
    expect(await codes(thai)).not.toContain("ADGSOM-4");
    await database.db.delete(agendaItems).where(eq(agendaItems.id, item?.id ?? 0));
  });

  it("have entries of past periods apart from planned ones", async () => {
    const { past: done, present, plans, meetings: pastMeetings, coming } = await page("JP");
    expect(ids(done)).toContain(past);
    expect(ids(done)).not.toContain(running);
    // Latest period first; the entry of Japan's own plan of 2023 is among them.
    expect(done.some(({ isOwnPlan, code }) => isOwnPlan && code === "23-06")).toBe(true);
    expect(ids(present).sort()).toEqual([running, draft].sort());
    expect(present[0]).toMatchObject({ total: 2, isOwnPlan: false });
    expect(plans.map(({ isOver }) => isOver)).toEqual([true]);
    expect(coming.map(({ code }) => code)).toEqual(["JP-2026", "JP-2027"]);
    // Its joint meeting, and the working group that discussed its plan.
    expect(pastMeetings.map(({ code, isJoint }) => [code, isJoint])).toEqual([
      ["JP-2025", true],
      ["JWG-2023", false],
    ]);
    const apt = await page("APT");
    expect(apt.present.map(({ code }) => code)).toEqual(["24-04"]);
  });

  it("show only the entries that the reader may see", async () => {
    expect(ids((await page("JP", roles.viewer)).present)).toEqual([running]);
    expect(ids((await page("JP", roles.focal)).present)).toEqual([running]);
    expect(ids((await page("JP", thai)).present)).toEqual([draft]);
    // The list counts the same entries as the page: of its own plans and where it is a party.
    for (const [context, count] of [
      [roles.officer, 4],
      [roles.focal, 2],
      [roles.viewer, 3],
      [thai, 1],
    ] as const) {
      const { past: done, present, total } = await page("JP", context);
      expect([done.length + present.length, total]).toEqual([count, count]);
      expect((await listPartners(context, {})).find(({ code }) => code === "JP")?.entries).toBe(count);
    }
    // A meeting is hidden if the focal point may not see the entry that it discussed.
    expect((await page("JP", thai)).meetings.map(({ code }) => code)).toEqual(["JP-2025"]);
    await database.db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, past));
    expect(ids((await page("JP", roles.viewer)).past)).not.toContain(past);
    expect(ids((await page("JP", roles.manager)).past)).toContain(past);
    for (const role of ["focal", "viewer"] as const) expect((await page("JP", roles[role])).can.write).toBe(false);
  });

  it("have a name for the forms of their instruments, with the right to edit those", async () => {
    const partnerId = await idOf("JP");
    expect(await getPartnerName(roles.officer, { partnerId })).toEqual({
      partner: { id: partnerId, en: "Japan", lo: expect.any(String) },
      can: { write: true },
    });
    expect((await getPartnerName(roles.focal, { partnerId })).can.write).toBe(false);
  });

  it("are NOT_FOUND if they do not exist", async () => {
    await expect(getPartnerName(roles.viewer, { partnerId: 99_999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPartner(roles.viewer, { partnerId: 99_999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
