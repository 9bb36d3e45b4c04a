import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { plainText, rowMarks } from "@/domain/report-model";
import {
  allText,
  columnOf,
  mentions,
  openTestRegister,
  type TestRegister,
  tableOf,
} from "@/features/reports/read/testing-register";
import { workPlanAddress } from "./address";
import { workPlanMatrix } from "./document";

let register: TestRegister;
beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.drop());

const asked = (address: string) => workPlanAddress.read(new URLSearchParams(address));

async function planOf(year: string): Promise<number> {
  const { rows } = await register.pool.query(
    `select w.id from work_plans w join periods p on p.id = w.period_id where w.framework = 'adgsom_atrc' and p.code = $1`,
    [`CYCLE-${year}`],
  );
  return rows[0].id;
}

const lineOf = async (role: Parameters<TestRegister["as"]>[0], address: string, state?: string) =>
  (await workPlanMatrix.build(await register.as(role, state), asked(address))).model;

describe("the work plan matrix", () => {
  test("lists every entry of the plan by code, with marked samples and the official number beside the register's", async () => {
    const model = await lineOf("officer", `plan=${await planOf("2023")}&lang=en`);
    const table = tableOf(model, "matrix");
    const codes = columnOf(table, "code");
    expect(codes).toEqual([...codes].sort());
    expect(codes.slice(0, 2)).toEqual(["23-01", "23-02"]);
    expect(columnOf(table, "proponent").slice(0, 2)).toEqual(["Lao PDR (MTC)", "Lao PDR (MTC)"]);
    expect(table.rows.filter((row) => row.isSample)).toHaveLength(11);
    expect(model.samples).toMatchObject({ rows: 11 });
    expect(columnOf(table, "stage")[0]).toContain("Approved by ADGMIN-3\nverb as printed: “ຮັບຮອງ”");
    const first = table.rows[0];
    expect(first && rowMarks(table, first, model.words)).toBe("Activity: translation");
    const [counted] = model.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
    expect(plainText(counted ?? [])).toMatch(/^2023, approved: 13 \[/);
    expect(model.warnings.map((runs) => plainText(runs))).toEqual([
      expect.stringMatching(/^Sample rows, 2023: /),
      "Not, or not known to be, of the official number, 2023: 23-03, 23-04",
    ]);
    expect(model).toMatchObject({ orientation: "landscape", header: null, signature: null });
  });

  test("shows this year's ADGSOM-ATRC plan by default", async () => {
    const built = await workPlanMatrix.build(await register.as("officer"), asked(""));
    expect(built.chosen.plan).toBe(String(await planOf("2026")));
  });

  test("shows all plans of a period, with a column for the plan", async () => {
    const model = await lineOf("officer", "plan=CYCLE-2023&lang=en");
    const plans = new Set(columnOf(tableOf(model, "matrix"), "plan"));
    expect(plans).toContain("2023");
    expect(plans).toContain("Japan");
  });

  test("is in Lao on request, whatever the reader's language", async () => {
    const model = await lineOf("officer", `plan=${await planOf("2023")}&lang=lo`);
    expect(model.title.text).toBe("ຕາຕະລາງແຜນວຽກ");
    expect(columnOf(tableOf(model, "matrix"), "stage")[0]).toContain("ADGMIN-3 ອະນຸມັດແລ້ວ");
  });

  test.each(["plan=999999", "plan=CYCLE-1999"])("%s is not found", async (address) => {
    await expect(lineOf("officer", address)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(workPlanMatrix.export(await register.as("officer"), asked(address))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("scope", () => {
  const rowsOf = async (role: Parameters<TestRegister["as"]>[0], state?: string) =>
    tableOf(await lineOf(role, `plan=${await planOf("2023")}&lang=en`, state), "matrix").rows.length;

  test("two focal points see different rows, and both documents state that the totals count the whole plan", async () => {
    const plan = await planOf("2023");
    const lao = await lineOf("focal", `plan=${plan}&lang=en`, "LA");
    const thai = await lineOf("focal", `plan=${plan}&lang=en`, "TH");
    expect(columnOf(tableOf(lao, "matrix"), "code")).toContain("23-01");
    expect(columnOf(tableOf(thai, "matrix"), "code")).not.toContain("23-01");
    expect([mentions(lao, "23-01"), mentions(thai, "23-01")]).toEqual([true, false]);
    for (const model of [lao, thai]) {
      expect(tableOf(model, "matrix").rows.length).toBeLessThan(await rowsOf("officer"));
      expect(allText(model)).toContain("totals count the whole plan");
      expect(allText(model)).toContain("2023, approved: 13 [");
    }
  });

  test("a viewer sees neither drafts nor confidential entries; the desk's copy marks the confidential ones", async () => {
    const before = await rowsOf("viewer");
    const id = async (code: string) => {
      const [row] = await register.db.select().from(activities).where(eq(activities.code, code));
      return row?.id ?? 0;
    };
    const plan = await planOf("2023");
    await register.db
      .update(planEntries)
      .set({ isConfidential: true })
      .where(eq(planEntries.activityId, await id("23-12")));
    await register.db
      .update(planEntries)
      .set({ stage: "draft", status: null, schedule: null, scheduleReason: null })
      .where(eq(planEntries.activityId, await id("23-13")));
    expect(await rowsOf("viewer")).toBe(before - 2);
    const seen = await lineOf("viewer", `plan=${plan}&lang=en`);
    expect([mentions(seen, "23-12"), mentions(seen, "23-13")]).toEqual([false, false]);
    const desk = await lineOf("officer", `plan=${plan}&lang=en`);
    expect(tableOf(desk, "matrix").rows).toHaveLength(before);
    expect(
      columnOf(tableOf(desk, "matrix"), "title").filter((title) => title.includes("for the desk only")),
    ).toHaveLength(1);
  });
});
