import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { roundPlans } from "@/db/schema/round-plans";
import { rounds } from "@/db/schema/rounds";
import { users } from "@/db/schema/users";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { reportProgress } from "@/features/activities/server/report-progress";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { draftOf, formOf, intoPlan, newRound } from "../testing";
import { closeRound } from "./close-round";
import { countWaiting } from "./count-waiting";
import { getRound } from "./get-round";
import { refreshRound } from "./refresh-round";
import { saveDraft } from "./save-draft";
import { submitDraft } from "./submit-draft";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

const ours = (rest: object = {}) => addOngoing(database.db, { proponent: "LA", ...rest });
const change = (id: number, set: object) => database.db.update(planEntries).set(set).where(eq(planEntries.id, id));
const pass = async (entryId: number, state: string) =>
  database.db
    .update(entryParties)
    .set({ memberStateId: await stateId(database.db, state) })
    .where(and(eq(entryParties.entryId, entryId), eq(entryParties.role, "proponent")));
const write = async (roundId: number, entryId: number, by = roles.focal) =>
  saveDraft(by, await formOf(database.db, roundId, entryId, { textEn: "Begun" }));
const sideOf = async (roundId: number, entryId: number) => (await draftOf(database.db, roundId, entryId)).memberStateId;

describe("refreshing a round", () => {
  it("adds entries that are ongoing now, removes ended ones, fills untouched drafts again, and the page announces it", async () => {
    const [reported, cancelled, handed, proposal] = [
      await ours(),
      await ours(),
      await ours(),
      await addEntry(database.db, { proponent: "LA", stage: "submitted" }),
    ];
    const { roundId } = await newRound(roles.manager, [reported, cancelled, handed, proposal]);
    expect((await getRound(roles.manager, { roundId })).outdated).toBeNull();
    await submitDraft(roles.focal, await formOf(database.db, roundId, handed));
    await change(handed, { status: "cancelled" });
    await change(cancelled, { status: "cancelled" });
    await change(proposal, { stage: "approved", status: "not_started", schedule: "on_track", progress: 0 });
    await reportProgress(roles.officer, {
      entryId: reported,
      version: 1,
      status: "ongoing",
      schedule: "on_track",
      progress: "55",
      textLo: "ຈັດກອງປະຊຸມແລ້ວ",
    });
    const counts = { added: 1, refilled: 1, reassigned: 0, removed: 1 };
    expect((await getRound(roles.manager, { roundId })).outdated).toEqual(counts);
    expect((await getRound(roles.officer, { roundId })).outdated).toBeNull();
    expect(await refreshRound(roles.manager, { roundId, version: 1 })).toEqual(counts);
    expect((await getRound(roles.manager, { roundId })).outdated).toBeNull();
    const drafts = await database.db.select().from(roundDrafts).where(eq(roundDrafts.roundId, roundId));
    expect(drafts.map(({ entryId }) => entryId).sort()).toEqual([reported, handed, proposal].sort());
    expect(await draftOf(database.db, roundId, reported)).toMatchObject({
      state: "pending",
      version: 2,
      progress: 55,
      baseProgress: 55,
      textLo: "ຈັດກອງປະຊຸມແລ້ວ",
    });
    expect((await draftOf(database.db, roundId, reported)).baseUpdateId).not.toBeNull();
    expect(await draftOf(database.db, roundId, handed)).toMatchObject({ state: "submitted", version: 2 });
    expect(await sideOf(roundId, proposal)).toBe(await stateId(database.db, "LA"));
    const [row] = await database.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subject, "rounds"), eq(auditLog.subjectId, roundId), eq(auditLog.action, "round.renew")));
    expect(row?.after).toEqual(counts);
    const [round] = await database.db.select().from(rounds).where(eq(rounds.id, roundId));
    expect(round?.version).toBe(2);
  });

  it("reassigns drafts that their reporter can no longer write; begun ones go to the desk with their text", async () => {
    const [untouched, passed, begun, hidden, stays] = [
      await ours(),
      await ours(),
      await ours(),
      await ours(),
      await ours(),
    ];
    const { roundId } = await newRound(roles.manager, [untouched, passed, begun, hidden, stays]);
    for (const entryId of [begun, hidden, stays]) await write(roundId, entryId);
    await change(untouched, { isConfidential: true });
    await change(hidden, { isConfidential: true });
    for (const entryId of [passed, begun]) await pass(entryId, "TH");
    const before = await countWaiting(roles.officer, {});
    expect(await refreshRound(roles.admin, { roundId, version: 1 })).toMatchObject({ reassigned: 4, refilled: 0 });
    expect(await countWaiting(roles.officer, {})).toBe(before + 3);
    const thais = await stateId(database.db, "TH");
    expect([await sideOf(roundId, untouched), await sideOf(roundId, passed)]).toEqual([null, thais]);
    for (const entryId of [begun, hidden])
      expect(await draftOf(database.db, roundId, entryId)).toMatchObject({
        memberStateId: null,
        state: "writing",
        textEn: "Begun",
        authorName: roles.focal.actor.name,
      });
    expect(await sideOf(roundId, stays)).toBe(await stateId(database.db, "LA"));
    expect((await getRound(thai, { roundId })).drafts.map(({ entryId }) => entryId)).toEqual([passed]);
  });

  it("assigns drafts of a state whose only account is disabled to the desk", async () => {
    const brunei = await contextOf(database.db, "focal", "BN");
    const [untouched, begun] = [
      await addOngoing(database.db, { proponent: "BN" }),
      await addOngoing(database.db, { proponent: "BN" }),
    ];
    const { roundId } = await newRound(roles.manager, [untouched, begun]);
    await write(roundId, begun, brunei);
    await database.db
      .update(users)
      .set({ isActive: false })
      .where(eq(users.id, brunei.actor.userId ?? 0));
    await refreshRound(roles.manager, { roundId, version: 1 });
    expect([await sideOf(roundId, untouched), await sideOf(roundId, begun)]).toEqual([null, null]);
  });

  it("requests nothing more of a plan that was closed since", async () => {
    const [untouched, late] = [await ours(), await ours()];
    const { roundId, planId } = await newRound(roles.manager, [untouched]);
    await intoPlan(database.db, planId, [late]);
    await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, planId));
    expect(await refreshRound(roles.manager, { roundId, version: 1 })).toMatchObject({ added: 0, removed: 1 });
  });

  it("is allowed to heads, once, for an open round as they have seen it, and leaves no trace without a change", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    const rows = await countAudit(database.db);
    await refreshRound(roles.manager, { roundId, version: 1 });
    expect(await countAudit(database.db)).toBe(rows);
    await change(entryId, { isConfidential: true });
    const refresh = (context: Context) => refreshRound(context, { roundId, version: 1 });
    for (const context of [roles.officer, roles.focal, roles.viewer])
      await expect(refresh(context)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const settled = await Promise.allSettled([refresh(roles.manager), refresh(roles.admin)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(refresh(roles.manager)).rejects.toMatchObject({ code: "CONFLICT" });
    await closeRound(roles.manager, { roundId, version: 2 });
    await expect(refresh(roles.manager)).rejects.toMatchObject({ code: "ROUND_CLOSED" });
    await expect(refreshRound(roles.manager, { roundId: 999_999, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

it("a round from before `round_plans` has the plans of its drafts", async () => {
  const { roundId, planId } = await newRound(roles.manager, [await ours(), await ours()]);
  await database.db.delete(roundPlans);
  const migration = new URL("../../../db/migrations/0020_round_plans.sql", import.meta.url);
  const statements = readFileSync(migration, "utf8").split("--> statement-breakpoint");
  await database.pool.query(statements.at(-1) ?? "");
  const plans = await database.db.select().from(roundPlans).where(eq(roundPlans.roundId, roundId));
  expect(plans).toEqual([{ roundId, workPlanId: planId }]);
});
