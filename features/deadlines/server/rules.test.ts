import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { defaultRules } from "@/domain/deadline-rules";
import type { EvidenceKind } from "@/domain/evidence";
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

describe("the published rules", () => {
  type Wish = NonNullable<Parameters<typeof addOngoing>[1]>;
  const usual = { year: 2023, fund: "the ASEAN ict fund, window 2", plannedEndOn: "2023-10-31" } as const;
  const money = { budgetApprovedUsd: "1000.00", budgetDisbursedUsd: "599.99" } as const;
  async function asked(wish: Wish = {}, evidenceKind?: EvidenceKind): Promise<string[]> {
    const entryId = await addOngoing(database.db, { ...usual, ...money, ...wish });
    if (evidenceKind) {
      const file = { fileName: "a.txt", mediaType: "text/plain", sha256: "a".repeat(64), size: 1 } as const;
      await database.db
        .insert(storedFiles)
        .values({ ...file, content: Buffer.from("a") })
        .onConflictDoNothing();
      await database.db.insert(evidence).values({ entryId, kind: evidenceKind, ...file, addedByName: "Somebody" });
    }
    const { lines } = await listRuleDeadlines(by.viewer, { entryId });
    return lines.map(({ kind, dueOn, isPlanned, isMet }) =>
      [kind, dueOn, isPlanned && "planned", isMet && "met"].filter(Boolean).join(" "),
    );
  }

  it("require 60 % by the end of February after the cycle, and reports 30 and 60 days after the end", async () => {
    expect(await asked()).toEqual([
      "disbursement 2024-02-29",
      "financial_report 2023-11-30 planned",
      "completion_report 2023-12-30 planned",
    ]);
  });

  it("count from the actual end once it is recorded or the work is implemented", async () => {
    expect((await asked({ actualEndOn: "2024-01-15" })).slice(1)).toEqual([
      "financial_report 2024-02-14",
      "completion_report 2024-03-15",
    ]);
    expect((await asked({ status: "implemented" })).slice(1)).toEqual([
      "financial_report 2023-11-30",
      "completion_report 2023-12-30",
    ]);
  });

  it("are met by the disbursed share, and by each report among the evidence", async () => {
    expect((await asked({ budgetDisbursedUsd: "600.00" }))[0]).toBe("disbursement 2024-02-29 met");
    expect((await asked({ budgetApprovedUsd: null }))[0]).toBe("disbursement 2024-02-29");
    expect((await asked({}, "report"))[2]).toBe("completion_report 2023-12-30 planned met");
    expect((await asked({}, "financial_report"))[1]).toBe("financial_report 2023-11-30 planned met");
    expect((await asked({}, "minutes")).join()).not.toContain("report 2023-11-30 planned met");
  });

  it("of a fund apply only to the named funds", async () => {
    for (const fund of ["JAIF", null]) expect(await asked({ fund })).toEqual(["completion_report 2023-12-30 planned"]);
  });

  it("do not apply to entries that are not approved, completed or cancelled", async () => {
    for (const wish of [
      { stage: "endorsed", status: null, schedule: null },
      { status: "completed" },
      { status: "cancelled" },
    ] as const)
      expect(await asked(wish)).toEqual([]);
  });

  it("have no day if no end is known", async () => {
    expect(await asked({ plannedEndOn: null, fund: null })).toEqual(["completion_report planned"]);
  });
});

it("are as published until a head of division sets them; a stale edit is refused", async () => {
  expect(await getRules(by.viewer, {})).toEqual({ rules: defaultRules, version: 0, can: { update: false } });
  const entryId = await addOngoing(database.db, {
    proponent: "LA",
    fund: "ASEAN ICT Fund",
    plannedEndOn: "2023-06-30",
    status: "implemented",
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

it("return nothing for an entry that the reader may not see", async () => {
  const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2023-06-30" });
  const thai = await contextOf(database.db, "focal", "TH");
  expect((await listRuleDeadlines(by.focal, { entryId })).lines).toHaveLength(1);
  expect((await listRuleDeadlines(thai, { entryId })).lines).toEqual([]);
});
