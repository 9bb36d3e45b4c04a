import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "@/server/testing-entries";
import { type CarryOverChoice, carryOverQuery } from "../carry-over-address";
import { type Said, say } from "../testing";
import { carryOver } from "./carry-over";
import { getCarryOver } from "./get-carry-over";

let database: TestDatabase;
let roles: Record<Role, Context>;
let from: number;
let to: number;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  [from, to] = [await planOf(database.db, 2024), await planOf(database.db, 2025)];
});
afterAll(() => database.drop());

const run = (entries: Said[], role: Role = "manager", toPlanId: number | null = to) =>
  carryOver(roles[role], { planId: from, toPlanId: toPlanId === null ? "" : String(toPlanId), entries });
const carriedTo = async (id: number) =>
  (await database.db.select().from(planEntries).where(eq(planEntries.carriedFromId, id)))[0] ?? null;

describe("a carry-over is refused", () => {
  it("to everyone but heads of division and administrators", async () => {
    const id = await addOngoing(database.db, { year: 2024, proponent: "LA" });
    const rows = await countAudit(database.db);
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(run([say(id, "carry")], role), role).rejects.toMatchObject({ code: "FORBIDDEN" });
      const query = getCarryOver(roles[role], { planId: from, query: carryOverQuery(null, []) });
      await expect(query, role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await countAudit(database.db)).toBe(rows);
    expect(await run([say(id, "carry")], "admin")).toMatchObject({ carried: 1 });
  });

  it("without a reason or target, into a wrong or closed plan, and from another or closed plan", async () => {
    const id = await addOngoing(database.db, { year: 2024 });
    const elsewhere = await addOngoing(database.db, { year: 2022 });
    await expect(run([say(id, "carry", { reason: " " })])).rejects.toMatchObject({
      fields: [{ field: `reason.${id}`, code: "REASON_REQUIRED" }],
    });
    await expect(run([say(id, "carry")], "manager", null)).rejects.toMatchObject({
      fields: [{ code: "NEXT_PLAN_NEEDED" }],
    });
    const earlier = await planOf(database.db, 2022);
    await expect(run([say(id, "carry")], "manager", earlier)).rejects.toMatchObject({ fields: [{ field: "to" }] });
    await expect(run([say(elsewhere, "carry")])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(run([say(id, "carry"), say(id, "drop")])).rejects.toMatchObject({ code: "INVALID_INPUT" });
    for (const [plan, code] of [
      [to, "INVALID_INPUT"],
      [from, "PLAN_CLOSED"],
    ] as const) {
      await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, plan));
      await expect(run([say(id, "carry")])).rejects.toMatchObject({ code });
      await database.db.update(workPlans).set({ state: "approved" }).where(eq(workPlans.id, plan));
    }
    expect(await carriedTo(id)).toBeNull();
  });
});

describe("the screen of unfinished entries", () => {
  it("lists unfinished work and proposals until they are carried over, and previews the choices", async () => {
    const plan = await planOf(database.db, 2022);
    const page = (choices: readonly CarryOverChoice[] = []) =>
      getCarryOver(roles.manager, { planId: plan, query: carryOverQuery(null, choices) });
    const [ongoing, proposal] = [
      await addOngoing(database.db, { year: 2022, proponent: "TH" }),
      await addEntry(database.db, { year: 2022, stage: "endorsed" }),
    ];
    await addOngoing(database.db, { year: 2022, status: "completed", progress: 100 });
    await addEntry(database.db, { year: 2022, stage: "withdrawn" });
    const first = await page();
    expect(first.rows.map(({ id }) => id)).toEqual(expect.arrayContaining([ongoing, proposal]));
    const finished = first.rows.filter(({ stage, status }) => status === "completed" || stage === "withdrawn");
    expect(finished).toEqual([]);
    expect(first.total).toBe(first.rows.length);
    expect(first.target?.id).toBe(await planOf(database.db, 2023));
    const choice = { into: null, by: null };
    const { previews } = await page([
      { entryId: ongoing, action: "complete", ...choice },
      { entryId: proposal, action: "phase", ...choice },
      { entryId: 999_999, action: "drop", ...choice },
    ]);
    expect(previews.map(({ entryId, refusal }) => [entryId, refusal?.code ?? null])).toEqual([
      [ongoing, "REPORT_EVIDENCE_NEEDED"],
      [proposal, null],
    ]);
    await carryOver(roles.manager, {
      planId: plan,
      toPlanId: String(first.target?.id),
      entries: [say(proposal, "phase")],
    });
    expect((await page()).rows.map(({ id }) => id)).not.toContain(proposal);
    const wrong = getCarryOver(roles.manager, { planId: plan, query: carryOverQuery(plan, []) });
    await expect(wrong).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
