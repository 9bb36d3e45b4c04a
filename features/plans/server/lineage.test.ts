import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "@/server/testing-entries";
import { lineageAddress } from "../lineage-address";
import { say } from "../testing";
import { carryOver } from "./carry-over";
import { exportLineage } from "./export-lineage";
import { listLineage } from "./list-lineage";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;
/**
 * Of Lao PDR, carried from 2024 into 2025 as its second phase; and of Thailand, in one plan only.
 */
let ours: { old: number; made: number; activity: number };
let lone: number;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
  const old = await addOngoing(database.db, { year: 2024, proponent: "LA", titleEn: "Zebra crossing data" });
  const [from, to] = [await planOf(database.db, 2024), await planOf(database.db, 2025)];
  await carryOver(roles.manager, { planId: from, toPlanId: String(to), entries: [say(old, "phase")] });
  const [made] = await database.db.select().from(planEntries).where(eq(planEntries.carriedFromId, old));
  ours = { old, made: made?.id ?? 0, activity: made?.activityId ?? 0 };
  lone = await addEntry(database.db, { year: 2024, stage: "submitted", proponent: "TH", titleEn: "Aardvark index" });
});
afterAll(() => database.drop());

const list = (search = "", context = roles.officer) =>
  listLineage(context, { query: lineageAddress.read(new URLSearchParams(search)) });
const activityOf = async (entryId: number) =>
  (await database.db.select().from(planEntries).where(eq(planEntries.id, entryId)))[0]?.activityId ?? 0;
const idsOf = async (search = "", context = roles.officer) => (await list(search, context)).rows.map(({ id }) => id);

describe("activities by year", () => {
  it("are those in several plans, with stage and status, origin and phase of each year", async () => {
    const page = await list();
    expect(page.rows.every(({ years }) => years > 1)).toBe(true);
    expect(page.rows.find(({ id }) => id === ours.activity)).toMatchObject({
      years: 2,
      titleEn: "Zebra crossing data",
    });
    const cells = page.cells.filter(({ activityId }) => activityId === ours.activity);
    expect(
      cells.map(({ id, stage, status, phase, carriedFromId }) => [id, stage, status, phase, carriedFromId]),
    ).toEqual([
      [ours.old, "approved", "ongoing", null, null],
      [ours.made, "draft", null, 2, ours.old],
    ]);
    const [cycle] = await database.db.select().from(periods).where(eq(periods.code, "CYCLE-2025"));
    expect(cells[1]?.periodId).toBe(cycle?.id);
    const starts = page.years.map(({ startsOn }) => startsOn);
    expect(starts).toEqual([...starts].sort());
    // The study of the reference data is in the plans of 2023 and 2024.
    expect(page.rows.map(({ code }) => code)).toContain("23-02");
  });

  it("include those of one plan on request, sorted by code, title or number of plans", async () => {
    const loneActivity = await activityOf(lone);
    expect(await idsOf()).not.toContain(loneActivity);
    const byTitle = await list("all=1&sort=title.asc");
    const places = [loneActivity, ours.activity].map((id) => byTitle.rows.findIndex((row) => row.id === id));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[0]).toBeLessThan(places[1] ?? -1);
    expect(byTitle.total).toBe(byTitle.rows.length);
    const years = (await list("all=1&sort=years.desc")).rows.map((row) => row.years);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const codes = await list("all=1&sort=code.desc");
    const turned = await list("all=1&sort=code.asc");
    expect(codes.rows.map(({ id }) => id)).toEqual(turned.rows.map(({ id }) => id).reverse());
  });

  it("can be filtered by framework, partner, Desired Outcome and responsible state", async () => {
    const [outcome] = await database.db.select().from(outcomes).limit(1);
    await database.db.insert(activityOutcomes).values({ activityId: ours.activity, outcomeId: outcome?.id ?? 0 });
    expect(await idsOf(`outcome=${outcome?.code}`)).toContain(ours.activity);
    expect(await idsOf("state=LA")).toContain(ours.activity);
    expect(await idsOf("state=TH&all=1")).toEqual([await activityOf(lone)]);
    const partner = await list("framework=partner&all=1");
    expect(partner.rows.map(({ id }) => id)).not.toContain(ours.activity);
    expect(partner.cells.every((cell) => cell.partner !== null)).toBe(true);
    const china = await list("partner=CN&all=1");
    expect(china.cells.every((cell) => cell.partner === "CN")).toBe(true);
    expect(await idsOf("outcome=NONE")).toEqual([]);
    await expect(list("state=XX")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(list("page=99")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("have fifty on each page", async () => {
    for (let made = 0; made < 51; made += 1) await addEntry(database.db, { stage: "submitted" });
    const page = await list("all=1");
    expect(page.rows).toHaveLength(50);
    expect(page).toMatchObject({ from: 1, to: 50, pageCount: Math.ceil(page.total / 50) });
    const last = await list(`all=1&page=${page.pageCount}`);
    expect(last.to).toBe(page.total);
    const shown = new Set([...page.rows, ...last.rows].map(({ id }) => id));
    expect(shown.size).toBe(page.rows.length + last.rows.length);
  });

  it("contain only what the reader may see; other entries are neither counted nor shown", async () => {
    expect(await idsOf("", roles.focal)).toContain(ours.activity);
    expect(await idsOf("all=1", thai)).not.toContain(ours.activity);
    expect(await idsOf("all=1", thai)).toContain(await activityOf(lone));
    // The viewer does not see the draft that continues it, so one year remains.
    expect(await idsOf("", roles.viewer)).not.toContain(ours.activity);
    const seen = await list("all=1&sort=years.desc", roles.viewer);
    expect(seen.cells.map(({ id }) => id)).not.toContain(ours.made);
  });

  it("are exported completely, in the same scope and order, for every role", async () => {
    const query = lineageAddress.read(new URLSearchParams("sort=title.desc&page=7"));
    for (const context of [...Object.values(roles), thai]) {
      const file = await exportLineage(context, { query, language: "en" });
      const page = await list("sort=title.desc", context);
      expect(file.rows.slice(0, 50).map(({ id }) => id)).toEqual(page.rows.map(({ id }) => id));
      expect(file.rows).toHaveLength(page.total);
      expect(file.years).toEqual(page.years);
    }
    const lao = await exportLineage(roles.officer, { query, language: "lo" });
    const [row] = await database.db.select().from(activities).where(eq(activities.id, ours.activity));
    expect(lao.rows.map(({ code }) => code)).toContain(row?.code);
  });
});
