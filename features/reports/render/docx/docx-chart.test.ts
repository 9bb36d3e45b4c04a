import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { chartValues, type ReportChart, type ReportModel } from "@/domain/report-model";
import { text } from "../testing-base";
import { matrixReport } from "../testing-matrix";
import { renderDocx } from "./docx";

const chart = (rows: readonly (readonly [string, number, number])[]): ReportChart => ({
  categoryKey: "name",
  series: [
    { columnKey: "done", step: "c4" },
    { columnKey: "open", step: "c2" },
  ],
  table: {
    key: "years",
    name: "Years",
    titleKey: "name",
    empty: text("en", "Nothing is counted here."),
    columns: [
      { key: "name", heading: "Period", kind: "text", width: 10 },
      { key: "done", heading: "Done", kind: "number", width: 5 },
      { key: "open", heading: "Open", kind: "number", width: 5 },
    ],
    rows: rows.map(([name, done, open]) => ({ isSample: false, cells: [text("en", name), done, open] })),
  },
});

const fileOf = async (one: ReportChart) => {
  const model: ReportModel = { ...matrixReport("en"), blocks: [{ kind: "chart", chart: one }] };
  return unzipSync(await renderDocx(model));
};

describe("a chart of a report", () => {
  it("takes its bars from its table", () => {
    expect(
      chartValues(
        chart([
          ["2022", 3, 0],
          ["2023", 1, 2],
        ]),
      ),
    ).toEqual({
      categories: ["2022", "2023"],
      languages: ["en", "en"],
      series: [
        { key: "done", name: "Done", step: "c4", values: [3, 1] },
        { key: "open", name: "Open", step: "c2", values: [0, 2] },
      ],
    });
  });

  it("is a native Word chart with alternative text, with its table below", async () => {
    const files = await fileOf(
      chart([
        ["2022", 3, 0],
        ["2023", 1, 2],
      ]),
    );
    expect(strFromU8(files["word/charts/chart1.xml"] ?? new Uint8Array())).toContain("<c:v>2022</c:v>");
    const page = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    expect(page).toContain('descr="2022: Done 3; 2023: Done 1, Open 2"');
    expect(page).toContain('w:lineRule="auto"');
    expect(page).toContain("<w:tbl>");
  });

  it("is only its table if its bars have no segments, because no entry has a status", async () => {
    const files = await fileOf({ ...chart([["2023", 0, 0]]), series: [] });
    expect(Object.keys(files).filter((name) => name.startsWith("word/charts/"))).toEqual([]);
    expect(strFromU8(files["word/document.xml"] ?? new Uint8Array())).toContain("2023");
  });

  it("is only its table's remark if it has no bars", async () => {
    const files = await fileOf(chart([]));
    expect(Object.keys(files).filter((name) => name.startsWith("word/charts/"))).toEqual([]);
    expect(strFromU8(files["word/document.xml"] ?? new Uint8Array())).toContain("Nothing is counted here.");
  });
});
