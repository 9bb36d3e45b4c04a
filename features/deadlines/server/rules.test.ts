import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { defaultRules } from "@/domain/deadline-rules";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { getRules } from "./get-rules";
import { listRuleDeadlines } from "./list-rule-deadlines";
import { setRules } from "./set-rules";

let database: TestDatabase;
let by: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const fields = { ...defaultRules, version: 0 };

it("are as published until a head sets them; who saw older ones is told", async () => {
  expect(await getRules(by.viewer, {})).toEqual({ rules: defaultRules, version: 0, can: { update: false } });
  const entryId = await addOngoing(database.db, {
    ...{ proponent: "LA", fund: "ASEAN ICT Fund", plannedEndOn: "2023-06-30", status: "implemented" },
  });
  const before = await countAudit(database.db);
  for (const role of ["officer", "focal", "viewer"] as const)
    await expect(setRules(by[role], fields)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await countAudit(database.db)).toBe(before);
  await setRules(by.manager, { ...fields, completionReportDays: "90", disbursedMonth: "3" });
  await expect(setRules(by.admin, fields)).rejects.toMatchObject({
    code: "CONFLICT",
    current: { completionReportDays: "90", version: "1" },
  });
  const [row] = await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  expect(row).toMatchObject({
    action: "deadlines.update",
    before: { completionReportDays: 60, disbursedMonth: 2 },
    after: { completionReportDays: 90, disbursedMonth: 3, key: "deadline_rules" },
  });
  const { lines } = await listRuleDeadlines(by.focal, { entryId });
  expect(lines.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ["disbursement", "2024-03-31"],
    ["financial_report", "2023-07-30"],
    ["completion_report", "2023-09-28"],
  ]);
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, entryId));
  expect(entry).toMatchObject({ status: "implemented", version: 1 });
});

it.each([
  ["disbursedPercent", "101", "TOO_LARGE"],
  ["disbursedMonth", "13", "TOO_LARGE"],
  ["completionReportDays", "0", "TOO_SMALL"],
  ["financialReportDays", "", "NOT_A_NUMBER"],
  ["financialReportDays", "soon", "NOT_A_NUMBER"],
])("%s of %j is refused at its field", async (field, value, code) => {
  await expect(setRules(by.manager, { ...fields, [field]: value })).rejects.toMatchObject({
    fields: [expect.objectContaining({ field, code })],
  });
});

it("say nothing of an entry that the reader does not see", async () => {
  const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2023-06-30" });
  const thai = await contextOf(database.db, "focal", "TH");
  expect((await listRuleDeadlines(by.focal, { entryId })).lines).toHaveLength(1);
  expect((await listRuleDeadlines(thai, { entryId })).lines).toEqual([]);
});
