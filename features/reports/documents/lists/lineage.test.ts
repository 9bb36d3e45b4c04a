import { expect, it } from "vitest";
import { isTextCell, plainText, reportTables } from "@/domain/report-model";
import { defaultHomeOrganisation } from "@/features/reports/home-organisation";
import { documentWords } from "@/features/reports/layout/document-words";
import { renderReportHere } from "@/features/reports/render/render-here";
import { composeLineage, type LineageData } from "./lineage";

const cell = { partner: null, stage: null, status: null, phase: null, carriedFromId: null, isMerged: false } as const;
const row = { original: "en", isSample: false, titleLo: null } as const;
const data: LineageData = {
  rows: [
    { id: 1, code: "23-02", titleEn: "Study", years: 3, ...row },
    { id: 2, code: "24-09", titleEn: "Forum", years: 1, ...row, isSample: true },
  ],
  years: [
    { id: 8, en: "2023", lo: "ສົກປີ 2023" },
    { id: 9, en: "2024", lo: null },
  ],
  cells: [
    { ...cell, activityId: 1, periodId: 8, stage: "approved", status: "cancelled", isMerged: true },
    { ...cell, activityId: 1, periodId: 9, stage: "draft", phase: 2, carriedFromId: 4 },
    { ...cell, activityId: 1, periodId: 9, partner: "CN" },
  ],
  selection: [],
};

const paper = (language: "en" | "lo") =>
  composeLineage(
    {
      words: documentWords(language),
      home: defaultHomeOrganisation,
      label: "internal",
      now: new Date("2024-02-20T03:38:00Z"),
      today: "2024-02-20",
    },
    data,
  );

const textOf = (language: "en" | "lo", line: number) =>
  reportTables(paper(language))[0]?.rows[line]?.cells.map((one) => (isTextCell(one) ? plainText(one) : one));

it("the printed matrix shows the state of each activity in each year, and the years without an entry", () => {
  expect(reportTables(paper("en"))[0]?.columns.map(({ heading }) => heading)).toEqual([
    "Code",
    "Activity",
    "2023",
    "2024",
  ]);
  expect(textOf("en", 0)).toEqual([
    ...["23-02", "Study", "Approved · Cancelled · merged"],
    "Draft · Phase 2 · carried over\nCN",
  ]);
  expect(textOf("en", 1)?.slice(2)).toEqual([null, null]);
  expect(paper("en").samples?.rows).toBe(1);
});

it("the matrix in Lao marks a year's name without a Lao form as English", () => {
  const [table] = reportTables(paper("lo"));
  expect(table?.columns.slice(2).map(({ heading, lang }) => [heading, lang])).toEqual([
    ["ສົກປີ 2023", undefined],
    ["2024", "en"],
  ]);
  expect(textOf("lo", 0)?.[2]).toBe("ອະນຸມັດແລ້ວ · ຍົກເລີກ · ລວມເຂົ້າກັນ");
});

it("the matrix renders as CSV and as Excel", async () => {
  const csv = new TextDecoder().decode(await renderReportHere(paper("en"), "csv"));
  expect(csv).toContain("Approved · Cancelled · merged");
  expect((await renderReportHere(paper("lo"), "xlsx")).byteLength).toBeGreaterThan(2_000);
});
