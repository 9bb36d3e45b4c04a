import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chartValues, type ReportModel, reportTables } from "@/domain/report-model";
import {
  allText,
  columnOf,
  mentions,
  openTestRegister,
  type TestRegister,
  tableOf,
} from "@/features/reports/read/testing-register";
import { renderReportHere } from "@/features/reports/render/render-here";
import { catalogue } from "@/i18n/catalogue";
import { yearlyProgressAddress } from "./address";
import { yearlyProgress } from "./document";

let register: TestRegister;
beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.drop());

const asked = (address: string) => yearlyProgressAddress.read(new URLSearchParams(address));
const reportOf = async (role: Parameters<TestRegister["as"]>[0], address: string, state?: string) =>
  (await yearlyProgress.build(await register.as(role, state), asked(address))).model;

const numbers = (model: ReportModel, table: string, column: string) =>
  columnOf(tableOf(model, table), column).map(Number);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const chartsOf = (model: ReportModel) => model.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));

describe("the yearly progress", () => {
  test("has the current cycle's numbers, each the sum of the listed rows", async () => {
    const model = await reportOf("manager", "period=CYCLE-2023&lang=en");
    expect(allText(model)).toContain("2023, approved: 13 [");
    const stages = columnOf(tableOf(model, "entries"), "stage");
    expect(stages.filter((stage) => stage === "Approved")).toHaveLength(13);
    expect(sum(numbers(model, "states", "total"))).toBe(13);
    expect(sum(numbers(model, "states", "samples"))).toBe(11);
    expect(numbers(model, "status", "now").at(6)).toBe(13);
    const statuses = columnOf(tableOf(model, "entries"), "status");
    expect(sum(numbers(model, "states", "completed"))).toBe(statuses.filter((said) => said === "Completed").length);
    expect(columnOf(tableOf(model, "years"), "name")).toEqual(["2021", "2022", "2023"]);
  });

  test("uses the last meeting of a past cycle as its reference date, and says so", async () => {
    const model = await reportOf("manager", "period=CYCLE-2023&lang=en");
    const { reports, activities } = catalogue.en;
    const asAt = model.meta.find(({ label }) => label === reports.yearly.referenceDate);
    expect(JSON.stringify(asAt)).toContain("25/08/2023");
    expect(JSON.stringify(asAt)).toContain("not as at today");
    const silent = model.meta.find(({ label }) => label === activities.signal.silent);
    expect(JSON.stringify(silent)).toContain("over 90 days");
  });

  test("marks every sample row, in both languages", async () => {
    for (const lang of ["en", "lo"]) {
      const model = await reportOf("officer", `period=CYCLE-2023&lang=${lang}`);
      expect(tableOf(model, "entries").rows.filter((row) => row.isSample)).toHaveLength(11);
      expect(model.samples?.rows).toBeGreaterThanOrEqual(11);
    }
  });

  test("shows a focal point only its own entries", async () => {
    const model = await reportOf("focal", "period=CYCLE-2023&lang=en", "LA");
    expect(columnOf(tableOf(model, "entries"), "code")).toEqual(["23-01", "23-02"]);
    expect(mentions(model, "23-17")).toBe(false);
    expect(allText(model)).toContain("2023, approved: 13 [");
  });

  test("an unknown period is not found", async () => {
    await expect(reportOf("viewer", "period=CYCLE-1900")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("its charts", () => {
  test("show the numbers of their tables", async () => {
    const model = await reportOf("manager", "lang=en");
    expect(chartsOf(model).map(({ table }) => table.key)).toEqual(["years", "states", "outcomes", "partners"]);
    for (const chart of chartsOf(model)) {
      const { series } = chartValues(chart);
      const drawn = sum(series.flatMap(({ values }) => values));
      expect(drawn, chart.table.key).toBe(sum(numbers(model, chart.table.key, "total")));
    }
  });

  test.each(["lo", "en"])("are native Word charts in %s, with the same numbers", async (lang) => {
    const context = await register.as("manager");
    const { model } = await yearlyProgress.export(context, asked(`lang=${lang}`));
    const files = unzipSync(await renderReportHere(model, "docx"));
    const charts = Object.keys(files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(chartsOf(model).length);
    const states = chartsOf(model).findIndex(({ table }) => table.key === "states");
    const xml = strFromU8(files[`word/charts/chart${states + 1}.xml`] ?? new Uint8Array());
    const chart = chartsOf(model)[states];
    const first = chart && chartValues(chart).series[0];
    const drawn = /<c:val>.*?<\/c:val>/s.exec(xml)?.[0] ?? "";
    expect([...drawn.matchAll(/<c:v>(\d+)<\/c:v>/g)].map(([, value]) => Number(value))).toEqual(first?.values);
  });

  test("are tables in Excel and CSV", async () => {
    const { model } = await yearlyProgress.export(await register.as("manager"), asked("lang=en"));
    const csv = new TextDecoder().decode(await renderReportHere(model, "csv"));
    for (const table of reportTables(model)) expect(csv).toContain(table.name);
    const sheets = unzipSync(await renderReportHere(model, "xlsx"));
    const names = Object.keys(sheets).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(names).toHaveLength(reportTables(model).length + 1);
  });
});
