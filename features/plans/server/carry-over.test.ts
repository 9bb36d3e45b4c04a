import { and, desc, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activities } from "@/db/schema/activities";
import { auditLog } from "@/db/schema/audit-log";
import { concepts } from "@/db/schema/concepts";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "@/server/testing-entries";
import { type Said, say } from "../testing";
import { carryOver } from "./carry-over";

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

const stored = async (id: number) =>
  (await database.db.select().from(planEntries).where(eq(planEntries.id, id)))[0] ?? null;
const carriedTo = async (id: number) =>
  (await database.db.select().from(planEntries).where(eq(planEntries.carriedFromId, id)))[0] ?? null;
const codeOf = async (id: number) => {
  const [row] = await database.db
    .select({ code: activities.code })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(eq(planEntries.id, id));
  return row?.code ?? "";
};
const latestChange = async (id: number) => {
  const where = eq(entryVersions.entryId, id);
  const [row] = await database.db.select().from(entryVersions).where(where).orderBy(desc(entryVersions.id)).limit(1);
  return row;
};

async function addReport(entryId: number): Promise<void> {
  const sha256 = "0".repeat(64);
  await database.db.insert(storedFiles).values({ sha256, size: 1, content: Buffer.from("r") });
  await database.db.insert(evidence).values({
    entryId,
    kind: "report",
    fileName: "report.txt",
    mediaType: "text/plain",
    size: 1,
    sha256,
    addedByName: "Test",
  });
}

/**
 * Inserts a decision on the entry that has taken effect.
 * @returns its id
 */
async function decided(entryId: number, outcome: "approved" | "noted"): Promise<number> {
  const [meeting] = await database.db.select().from(meetings).where(eq(meetings.code, "ADGMIN-3"));
  const [row] = await database.db
    .insert(decisions)
    .values({ entryId, meetingId: meeting?.id ?? 0, verbPrinted: outcome, outcome, appliedAt: new Date() })
    .returning({ id: decisions.id });
  return row?.id ?? 0;
}

describe("an entry that is carried over", () => {
  it("begins as a draft that refers to the old one, which retains its stage and records the reason", async () => {
    const dates = {
      plannedStartOn: "2024-03-01",
      plannedEndOn: "2024-11-30",
      budgetApprovedUsd: "5000.00",
      fund: "AICTF",
    };
    const id = await addOngoing(database.db, { year: 2024, proponent: "LA", participants: ["VN"], ...dates });
    // Malaysia was removed from the entry after it had reported.
    const gone = { memberStateId: await stateId(database.db, "MY"), role: "former", status: "ongoing" } as const;
    await database.db.insert(entryStates).values({ entryId: id, ...gone, lastReportedOn: "2024-05-01" });
    expect(await run([say(id, "carry")])).toEqual({ carried: 1, completed: 0, dropped: 0, merged: 0 });
    expect(await stored(id)).toMatchObject({
      stage: "approved",
      status: "ongoing",
      progress: 40,
      settledReason: "Not done in its year",
      version: 2,
    });
    const made = await carriedTo(id);
    expect(made).toMatchObject({
      workPlanId: to,
      stage: "draft",
      status: null,
      phase: null,
      version: 1,
      wasSubmitted: false,
      plannedStartOn: null,
      plannedEndOn: null,
      budgetApprovedUsd: null,
      fund: null,
      settledReason: null,
    });
    const parties = await database.db
      .select()
      .from(entryParties)
      .where(eq(entryParties.entryId, made?.id ?? 0));
    expect(parties.map(({ role }) => role)).toEqual(["proponent", "participant"]);
    const shares = await database.db
      .select()
      .from(entryStates)
      .where(eq(entryStates.entryId, made?.id ?? 0));
    expect(shares.map(({ role, status }) => [role, status])).toEqual([
      ["lead", null],
      ["participant", null],
    ]);
    expect((await latestChange(id))?.change).toBe("plan.carryOver");
    expect(await latestChange(made?.id ?? 0)).toMatchObject({ change: "plan.carryOver", version: 1 });
    const rows = await database.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "plan.carryOver"), inArray(auditLog.subjectId, [id, made?.id ?? 0, from])))
      .orderBy(auditLog.seq);
    expect(rows.map(({ subject }) => subject)).toEqual(["work_plans", "plan_entries", "plan_entries"]);
    expect(rows[0]?.after).toMatchObject({ carried: 1, toPlanId: to });
    expect(rows[1]?.after).toMatchObject({ settlement: "carry", carriedToId: made?.id });
  });

  it("retains dates and budget planned beyond its year, and counts its phases", async () => {
    const dates = {
      plannedStartOn: "2024-03-01",
      plannedEndOn: "2025-06-30",
      budgetApprovedUsd: "5000.00",
      fund: "AICTF",
    };
    const id = await addOngoing(database.db, { year: 2024, isConfidential: true, internalRemark: "Ours", ...dates });
    await database.db.insert(concepts).values({ entryId: id, purpose: "To learn from each other", version: 3 });
    await run([say(id, "phase")]);
    const made = (await carriedTo(id))?.id ?? 0;
    const [paper] = await database.db.select().from(concepts).where(eq(concepts.entryId, made));
    expect(paper).toMatchObject({ purpose: "To learn from each other", version: 1 });
    expect((await latestChange(made))?.snapshot).toMatchObject({ concept: { purpose: "To learn from each other" } });
    expect(await carriedTo(id)).toMatchObject({ ...dates, phase: 2, isConfidential: true, internalRemark: null });
    const third = await addOngoing(database.db, { year: 2024, phase: 2 });
    await run([say(third, "phase")]);
    expect(await carriedTo(third)).toMatchObject({ phase: 3 });
  });

  it("is approved from the beginning if it cites a decision that approved it and covers several years", async () => {
    const id = await addOngoing(database.db, { year: 2024 });
    const [approving, noting] = [await decided(id, "approved"), await decided(id, "noted")];
    const other = await decided(await addOngoing(database.db, { year: 2024 }), "approved");
    for (const by of [noting, other, 999_999]) {
      await expect(run([say(id, "carry", { by: String(by) })])).rejects.toMatchObject({
        code: "CARRY_OVER_REFUSED",
        fields: [{ field: `do.${id}`, code: "DECISION_NOT_APPROVING" }],
      });
    }
    await run([say(id, "carry", { by: String(approving) })]);
    expect(await carriedTo(id)).toMatchObject({
      stage: "approved",
      status: "not_started",
      schedule: "on_track",
      progress: 0,
      wasApproved: true,
      carriedDecisionId: approving,
    });
  });

  it("drops states that are no longer members, and stays without a stage if it had none", async () => {
    const id = await addOngoing(database.db, { year: 2024, proponent: "LA", participants: ["MM"] });
    const myanmar = await stateId(database.db, "MM");
    await database.db.update(memberStates).set({ leftOn: "2025-05-01" }).where(eq(memberStates.id, myanmar));
    const bare = await addEntry(database.db, { year: 2024, stage: null });
    await run([say(id, "carry"), say(bare, "carry")]);
    await database.db.update(memberStates).set({ leftOn: null }).where(eq(memberStates.id, myanmar));
    const made = (await carriedTo(id))?.id ?? 0;
    expect(await database.db.$count(entryParties, eq(entryParties.entryId, made))).toBe(1);
    expect(await database.db.$count(entryStates, eq(entryStates.entryId, made))).toBe(1);
    expect(await carriedTo(bare)).toMatchObject({ stage: null, status: null });
  });
});

describe("an entry that ends with its year", () => {
  it("is completed with its report, dropped, or merged into another; its stage does not change", async () => {
    const [done, dropped, merged] = [
      await addOngoing(database.db, { year: 2024 }),
      await addOngoing(database.db, { year: 2024, status: "not_started", progress: 0 }),
      await addOngoing(database.db, { year: 2024 }),
    ];
    const receiver = await addOngoing(database.db, { year: 2025 });
    await addReport(done);
    const counts = await run([
      say(done, "complete", { reason: "" }),
      say(dropped, "drop"),
      say(merged, "merge", { into: await codeOf(receiver) }),
    ]);
    expect(counts).toEqual({ carried: 0, completed: 1, dropped: 1, merged: 1 });
    expect(await stored(done)).toMatchObject({ stage: "approved", status: "completed", progress: 100, version: 2 });
    expect(await stored(dropped)).toMatchObject({
      stage: "approved",
      status: "cancelled",
      settledReason: "Not done in its year",
      mergedIntoId: null,
    });
    expect(await stored(merged)).toMatchObject({ stage: "approved", status: "cancelled", mergedIntoId: receiver });
    expect((await latestChange(merged))?.snapshot).toMatchObject({ entry: { mergedIntoId: receiver, version: 2 } });
  });

  it("is refused by code if that is impossible, and then nothing is changed", async () => {
    const good = await addOngoing(database.db, { year: 2024 });
    const [noReport, unbegun, proposal, lone] = [
      await addOngoing(database.db, { year: 2024 }),
      await addOngoing(database.db, { year: 2024, status: "not_started", progress: 0 }),
      await addEntry(database.db, { year: 2024, stage: "considered" }),
      await addOngoing(database.db, { year: 2024 }),
    ];
    const rows = await countAudit(database.db);
    const [noReportCode, loneCode] = [await codeOf(noReport), await codeOf(lone)];
    const refused = run([
      ...[say(good, "carry"), say(noReport, "complete"), say(unbegun, "complete"), say(proposal, "drop")],
      say(lone, "merge", { into: loneCode }),
    ]);
    await expect(refused).rejects.toMatchObject({
      code: "CARRY_OVER_REFUSED",
      fields: [
        { field: `do.${noReport}`, code: "REPORT_EVIDENCE_NEEDED", params: { code: noReportCode } },
        { field: `do.${unbegun}`, code: "STATUS_STEP_REFUSED" },
        { field: `do.${proposal}`, code: "STATUS_NEEDS_APPROVAL" },
        { field: `do.${lone}`, code: "RECEIVER_REFUSED" },
      ],
    });
    expect(await carriedTo(good)).toBeNull();
    expect(await stored(good)).toMatchObject({ version: 1, settledReason: null });
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("cannot be merged into an entry that is dropped at the same time, nor two into each other", async () => {
    const [a, b] = [await addOngoing(database.db, { year: 2024 }), await addOngoing(database.db, { year: 2024 })];
    const [codeA, codeB] = [await codeOf(a), await codeOf(b)];
    for (const second of [say(b, "drop"), say(b, "merge", { into: codeA })]) {
      await expect(run([say(a, "merge", { into: codeB }), second])).rejects.toMatchObject({
        code: "CARRY_OVER_REFUSED",
      });
    }
    expect(await stored(a)).toMatchObject({ status: "ongoing" });
  });

  it("is merged into the next plan's entry if the receiving activity has been carried over", async () => {
    const [receiver, merged] = [
      await addOngoing(database.db, { year: 2024 }),
      await addOngoing(database.db, { year: 2024 }),
    ];
    await run([say(receiver, "carry")]);
    await run([say(merged, "merge", { into: await codeOf(receiver) })]);
    expect((await stored(merged))?.mergedIntoId).toBe((await carriedTo(receiver))?.id);
  });
});

describe("carrying over twice", () => {
  it("duplicates nothing: one of several simultaneous requests succeeds, the others are refused", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => addOngoing(database.db, { year: 2024 })));
    const before = await database.db.$count(planEntries);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => run(ids.map((id) => say(id, "carry")))));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) {
      if (one.status === "fulfilled") continue;
      expect(one.reason).toMatchObject({
        code: "CARRY_OVER_REFUSED",
        fields: [{ code: "ENTRY_ALREADY_IN_PLAN" }, {}, {}],
      });
    }
    expect(await database.db.$count(planEntries)).toBe(before + 3);
    const later = await planOf(database.db, 2026);
    await expect(run([say(ids[0] ?? 0, "carry", { version: 2 })], "manager", later)).rejects.toMatchObject({
      fields: [{ code: "ENTRY_ALREADY_CARRIED" }],
    });
  });

  it("is refused for a stale version and changes nothing", async () => {
    const id = await addOngoing(database.db, { year: 2024, version: 4 });
    await expect(run([say(id, "drop", { version: 3 })])).rejects.toMatchObject({
      code: "CONFLICT",
      fields: [{ field: `do.${id}` }],
    });
    expect(await stored(id)).toMatchObject({ status: "ongoing", version: 4 });
  });
});
