import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { entryPriorities } from "@/db/schema/entry-parts";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { createPlan } from "./create-plan";
import { editPlan } from "./edit-plan";
import { getPlan } from "./get-plan";
import { listPlanChoices } from "./list-plan-choices";
import { listPlans } from "./list-plans";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "TH");
});
afterAll(() => database.drop());

async function planId(year: number): Promise<number> {
  const [plan] = await database.db
    .select({ id: workPlans.id })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(and(eq(periods.code, `CYCLE-${year}`), eq(workPlans.framework, "adgsom_atrc")));
  return plan?.id ?? 0;
}

const newPlan = (rest: object = {}) =>
  ({
    framework: "adgsom_atrc",
    state: "preparing",
    titleEn: "Work plan 2031",
    periodEn: "2031",
    periodStartsOn: "2031-01-01",
    periodEndsOn: "2031-12-31",
    ...rest,
  }) as Parameters<typeof createPlan>[1];

describe("the work plans", () => {
  it("show the official counts with their source beside the numbers of the register", async () => {
    const { plans } = await listPlans(roles.viewer, {});
    const of = (year: number) => plans.find((plan) => plan.en === `ADGSOM–ATRC work plan ${year}`);
    expect(of(2023)?.official).toEqual([expect.objectContaining({ kind: "approved", count: 13 })]);
    expect(of(2023)?.register).toMatchObject({ approved: 2, approvedSample: 0 });
    expect(of(2024)?.official).toEqual([expect.objectContaining({ kind: "proposed", count: 15 })]);
    expect(of(2024)?.register).toMatchObject({ proposed: 1 });
    expect(of(2026)?.official).toEqual([expect.objectContaining({ kind: "approved", count: 17 })]);
    expect(of(2021)).toMatchObject({ isFrame: true, official: [] });
  });

  it("count two of thirteen for Lao PDR and one of fifteen, without the study of 2024", async () => {
    const of2023 = await getPlan(roles.officer, { planId: await planId(2023) });
    expect(of2023.official.find((row) => row.stateCode === "LA")).toMatchObject({ kind: "approved", count: 2 });
    const of2024 = await getPlan(roles.officer, { planId: await planId(2024) });
    expect(of2024.official.find((row) => row.stateCode === "LA")).toMatchObject({ kind: "proposed", count: 1 });
    const study = of2024.lines.find((line) => line.code === "23-02");
    expect(study).toMatchObject({ stage: "submitted", counted: "no" });
    expect(of2024.register).toMatchObject({ proposed: 1, rows: 4, counted: 1, notCounted: 1, notKnown: 2 });
  });

  it("show a focal point the entries of others without id, code or status, and count them all", async () => {
    const id = await planId(2023);
    const page = await getPlan(roles.focal, { planId: id });
    expect(page.lines.map((line) => [line.titleEn, line.stage, line.id, line.code, line.status])).toContainEqual([
      ...["Study on digital identity in ASEAN", "approved", null, null, null],
    ]);
    expect(page.register).toEqual((await getPlan(roles.officer, { planId: id })).register);
  });

  it("show the priorities of each entry, but not of others' entries", async () => {
    const id = await planId(2024);
    const priorities = { kind: "annual", state: "proposed" } as const;
    const entryId = await addEntry(database.db, { year: 2024, stage: "considered", proponent: "LA" });
    const [period] = await database.db.select().from(periods).where(eq(periods.code, "CYCLE-2024"));
    await database.db.insert(entryPriorities).values({ entryId, periodId: period?.id, ...priorities });
    const { lines } = await getPlan(roles.officer, { planId: id });
    const line = lines.find((one) => one.id === entryId);
    expect(line).toMatchObject({ stage: "considered", priorities: [priorities] });
    expect(lines.some((other) => other.priorities.length === 0)).toBe(true);
    const bare = (await getPlan(roles.focal, { planId: id })).lines.find(({ titleEn }) => titleEn === line?.titleEn);
    expect(bare).toMatchObject({ id: null, code: null, priorities: [] });
  });

  it("hide drafts and confidential entries from lines and counts outside the desk", async () => {
    const id = await planId(2023);
    const before = await getPlan(roles.viewer, { planId: id });
    await database.db
      .update(planEntries)
      .set({ isConfidential: true })
      .where(and(eq(planEntries.workPlanId, id), eq(planEntries.counted, "yes")));
    for (const role of ["viewer", "focal"] as const) {
      const page = await getPlan(roles[role], { planId: id });
      expect(page.lines, role).toHaveLength(before.lines.length - 2);
      expect(page.register.approved, role).toBe(0);
    }
    expect((await getPlan(roles.officer, { planId: id })).register.approved).toBe(2);
  });

  it("answer NOT_FOUND for an unknown id", async () => {
    await expect(getPlan(roles.admin, { planId: 999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a new plan", () => {
  it("is created once, with its period and its count with a source", async () => {
    const input = newPlan({ approvedCount: "9", sourceTitle: "Joint Media Statement" });
    const made = await createPlan(roles.officer, input);
    const page = await getPlan(roles.viewer, made);
    expect(page.official).toEqual([expect.objectContaining({ kind: "approved", count: 9 })]);
    expect(page.official[0]?.source.title).toBe("Joint Media Statement");
    await expect(createPlan(roles.officer, input)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    const audit = await database.db.select().from(auditLog).where(eq(auditLog.action, "plan.create"));
    expect(audit).toHaveLength(1);
  });

  it.each([
    ["a source for a number", { approvedCount: "3" }, "sourceTitle", "REQUIRED"],
    ["a partner for a partner's plan", { framework: "partner" }, "partnerId", "REQUIRED"],
    ["days in order", { periodEndsOn: "2030-01-01" }, "periodEndsOn", "END_BEFORE_START"],
    ["a title", { titleEn: " " }, "titleEn", "REQUIRED"],
    ["a valid address", { sourceAddress: "javascript:alert(1)" }, "sourceAddress", "NOT_AN_ADDRESS"],
    ["an address that can be stored", { sourceAddress: "http://a.example/\u0000" }, "sourceAddress", "NOT_AN_ADDRESS"],
    ["an open state", { state: "closed" }, "state", "UNKNOWN_CHOICE"],
    ["a valid count", { proposedCount: "-1", sourceTitle: "x" }, "proposedCount", "TOO_SMALL"],
    ["an existing period", { periodId: "999999" }, "periodId", "UNKNOWN_CHOICE"],
  ])("requires %s", async (_name, rest, field, code) => {
    const rows = await countAudit(database.db);
    const attempt = createPlan(roles.officer, newPlan({ periodEn: "2032", ...rest }));
    await expect(attempt).rejects.toMatchObject({ fields: [expect.objectContaining({ field, code })] });
    expect(await countAudit(database.db)).toBe(rows);
  });
});

describe("editing a plan", () => {
  it("refuses the second of two edits, and any edit of a closed plan", async () => {
    const id = await planId(2025);
    const edit = { planId: id, state: "approved" as const, titleEn: "First", titleLo: null } as object;
    const version = (await getPlan(roles.officer, { planId: id })).plan.version;
    await editPlan(roles.officer, { ...edit, version } as Parameters<typeof editPlan>[1]);
    const second = editPlan(roles.manager, { ...edit, version, titleEn: "Second" } as Parameters<typeof editPlan>[1]);
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      current: expect.objectContaining({ titleEn: "First" }),
    });
    await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, id));
    const late = editPlan(roles.manager, { ...edit, version: version + 1 } as Parameters<typeof editPlan>[1]);
    await expect(late).rejects.toMatchObject({ code: "PLAN_CLOSED" });
  });

  it("changes the source of an unchanged count, and writes nothing without a change", async () => {
    const id = await planId(2024);
    const plan = (await getPlan(roles.officer, { planId: id })).plan;
    const fields = { planId: id, state: "proposed", titleEn: plan.en, titleLo: plan.lo, proposedCount: "15" };
    const save = (version: number, sourceTitle: string) =>
      editPlan(roles.officer, { ...fields, version, sourceTitle } as unknown as Parameters<typeof editPlan>[1]);
    await save(plan.version, "Letter of the Secretariat");
    const page = await getPlan(roles.officer, { planId: id });
    expect(page.official.find((row) => row.memberStateId === null)).toMatchObject({
      count: 15,
      source: { title: "Letter of the Secretariat" },
    });
    expect(page.official.find((row) => row.stateCode === "LA")?.count).toBe(1);
    const rows = await countAudit(database.db);
    await save(page.plan.version, "Letter of the Secretariat");
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("leaves each count its source, and shows the second editor what the first one saved", async () => {
    const id = await planId(2024);
    const { plan, official } = await getPlan(roles.officer, { planId: id });
    const numbers = async () =>
      (await getPlan(roles.officer, { planId: id })).official
        .filter((row) => row.memberStateId === null)
        .map(({ kind, count, source }) => `${kind} ${count} ${source.title}`)
        .sort();
    const proposed = official.find((row) => row.kind === "proposed" && row.memberStateId === null);
    const fields = { planId: id, state: "proposed", titleEn: plan.en, titleLo: plan.lo, proposedCount: "15" };
    const save = (version: number, more: object) =>
      editPlan(roles.officer, { ...fields, ...more, version } as unknown as Parameters<typeof editPlan>[1]);
    await save(plan.version, { approvedCount: "13", sourceTitle: "Joint Media Statement" });
    const own = ["approved 13 Joint Media Statement", `proposed 15 ${proposed?.source.title}`];
    expect(await numbers()).toEqual(own);
    await save(plan.version + 1, { approvedCount: "13", sourceTitle: "Joint Media Statement", titleLo: "ແຜນ" });
    expect(await numbers()).toEqual(own);
    await expect(save(plan.version, { titleLo: "ແຜນອື່ນ", sourceTitle: "x" })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { approvedCount: "13", proposedCount: "15", sourceTitle: "Joint Media Statement", titleLo: "ແຜນ" },
    });
  });

  it("and creating one are allowed to the desk only", async () => {
    for (const role of ["focal", "viewer"] as const) {
      await expect(createPlan(roles[role], newPlan()), role).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listPlanChoices(roles[role], {}), role).rejects.toMatchObject({ code: "FORBIDDEN" });
      const edit = editPlan(roles[role], {} as Parameters<typeof editPlan>[1]);
      await expect(edit, role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
