import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { changeProgress } from "@/features/activities/server/change-progress";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "@/server/testing-entries";
import { carryOver } from "./carry-over";
import { closePlan } from "./close-plan";
import { editPlan } from "./edit-plan";
import { getClosing } from "./get-closing";
import { getPlan } from "./get-plan";
import { reopenPlan } from "./reopen-plan";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

/** Resolves when `count` sessions of this database wait for a lock. */
const waiting = (count: number) =>
  vi.waitFor(async () => {
    const { rows } = await database.pool.query(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    expect(rows[0]?.n).toBe(count);
  });
const stored = async (id: number) => (await database.db.select().from(workPlans).where(eq(workPlans.id, id)))[0];
const lastAudit = async (action: string, id: number) =>
  (
    await database.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, action), eq(auditLog.subjectId, id)))
      .orderBy(desc(auditLog.seq))
      .limit(1)
  )[0];

describe("closing a year", () => {
  it("shows what it leaves unfinished, and locks the plan", async () => {
    const planId = await planOf(database.db, 2024);
    const { counts: before } = await getClosing(roles.manager, { planId });
    const [carried, left] = [
      await addOngoing(database.db, { year: 2024 }),
      await addEntry(database.db, { year: 2024, stage: "submitted" }),
    ];
    await addOngoing(database.db, { year: 2024, status: "completed", progress: 100 });
    await carryOver(roles.manager, {
      planId,
      toPlanId: String(await planOf(database.db, 2025)),
      entries: [{ entryId: carried, version: 1, action: "carry", reason: "Goes on", into: "", by: "" }],
    });
    const page = await getClosing(roles.manager, { planId });
    expect(page.counts).toEqual({
      unfinished: before.unfinished + 2,
      notCarried: before.notCarried + 1,
      waiting: before.waiting,
    });
    const ids = page.left.map(({ id }) => id);
    expect(ids).toContain(left);
    expect(ids).not.toContain(carried);

    const { plan } = await getPlan(roles.manager, { planId });
    await closePlan(roles.manager, { planId, version: plan.version });
    expect(await stored(planId)).toMatchObject({ state: "closed", version: plan.version + 1 });
    expect(await lastAudit("plan.close", planId)).toMatchObject({
      before: { state: plan.state },
      after: { state: "closed", unfinished: page.counts.unfinished, notCarried: page.counts.notCarried },
    });
    const edit = editPlan(roles.officer, { planId, version: plan.version + 1, state: "approved", titleEn: "Edited" });
    await expect(edit).rejects.toMatchObject({ code: "PLAN_CLOSED" });
    const closed = await getPlan(roles.manager, { planId });
    expect(closed.can).toEqual({
      addActivity: false,
      enterDecided: false,
      edit: false,
      carryOver: false,
      close: false,
      reopen: true,
    });
    expect((await getPlan(roles.officer, { planId })).can).toMatchObject({ reopen: false });
  });

  it("happens once for simultaneous requests, and is refused for a stale version", async () => {
    const planId = await planOf(database.db, 2022);
    const version = (await stored(planId))?.version ?? 0;
    await expect(closePlan(roles.admin, { planId, version: version + 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    const tries = await Promise.allSettled([1, 2, 3].map(() => closePlan(roles.manager, { planId, version })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "PLAN_CLOSED" });
    expect(await stored(planId)).toMatchObject({ version: version + 1 });
  });

  it("waits for a command on one of its entries that has begun, which still takes effect", async () => {
    const planId = await planOf(database.db, 2026);
    const entryId = await addOngoing(database.db, { year: 2026, proponent: "LA" });
    const version = (await stored(planId))?.version ?? 0;
    const holder = await database.pool.connect();
    await holder.query("begin");
    await holder.query("select 1 from plan_entries where id = $1 for update", [entryId]);
    const progress = { rows: [`${entryId}:1`], progress: "77" };
    const reporting = changeProgress(roles.officer, progress);
    await waiting(1);
    const closing = closePlan(roles.manager, { planId, version });
    try {
      await waiting(2);
      expect((await stored(planId))?.state).not.toBe("closed");
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    expect(await reporting).toMatchObject({ changed: 1 });
    await closing;
    expect((await stored(planId))?.state).toBe("closed");
    await expect(changeProgress(roles.officer, { ...progress, rows: [`${entryId}:2`] })).rejects.toMatchObject({
      code: "PLAN_CLOSED",
    });
  });

  it("and reopening it are allowed to heads of division only", async () => {
    const planId = await planOf(database.db, 2023);
    const version = (await stored(planId))?.version ?? 0;
    const rows = await countAudit(database.db);
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(closePlan(roles[role], { planId, version }), role).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getClosing(roles[role], { planId }), role).rejects.toMatchObject({ code: "FORBIDDEN" });
      const reopen = reopenPlan(roles[role], { planId, version, state: "approved", reason: "A mistake" });
      await expect(reopen, role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(closePlan(roles.admin, { planId: 999_999, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countAudit(database.db)).toBe(rows);
    expect((await getPlan(roles.officer, { planId })).can).toMatchObject({ carryOver: false, close: false });
  });
});

describe("reopening a closed year", () => {
  it("requires a reason, which is recorded in the audit log", async () => {
    const planId = await planOf(database.db, 2021);
    const version = (await stored(planId))?.version ?? 0;
    const reopen = (seen: number, reason = "The final report came late") =>
      reopenPlan(roles.admin, { planId, version: seen, state: "approved", reason });
    await expect(reopen(version)).rejects.toMatchObject({ code: "PLAN_NOT_CLOSED" });
    await closePlan(roles.admin, { planId, version });
    await expect(reopen(version + 1, " ")).rejects.toMatchObject({ fields: [{ field: "reason", code: "REQUIRED" }] });
    await expect(reopen(version)).rejects.toMatchObject({ code: "CONFLICT" });
    const closedAgain = { planId, version: version + 1, state: "closed" as "approved", reason: "No" };
    await expect(reopenPlan(roles.admin, closedAgain)).rejects.toMatchObject({ fields: [{ field: "state" }] });
    await reopen(version + 1);
    expect(await stored(planId)).toMatchObject({ state: "approved", version: version + 2 });
    expect(await lastAudit("plan.reopen", planId)).toMatchObject({
      before: { state: "closed" },
      after: { state: "approved", reason: "The final report came late" },
    });
  });
});
