import { describe, expect, test } from "vitest";
import { plainText, reportTables, rowMarks } from "@/domain/report-model";
import { defaultHomeOrganisation } from "@/features/reports/home-organisation";
import { documentWords } from "@/features/reports/layout/document-words";
import { composeActivityList, type ListedRow } from "./activity-list";
import { listSelection } from "./list-selection";

const row: ListedRow = {
  code: "23-02",
  titleEn: "Study on digital identity in ASEAN",
  original: "lo",
  isSample: false,
  titleLo: "ການສຶກສາກ່ຽວກັບການກຳນົດຕົວຕົນດິຈິຕອນໃນອາຊຽນ",
  plan: { periodEn: "2023", periodLo: "ສົກປີ 2023", partner: null },
  lead: { nameEn: "Lao PDR", nameLo: null },
  stage: "approved",
  stageBody: "ADGMIN",
  status: "ongoing",
  schedule: "delayed",
  scheduleReason: "Data of four states are missing.",
  progress: 45,
  updatedOn: "2023-11-02",
  startOn: null,
  endOn: "2023-12-31",
  budgetUsd: "12500.50",
};

const frame = (language: "en" | "lo") => ({
  words: documentWords(language),
  home: defaultHomeOrganisation,
  label: "internal" as const,
  now: new Date("2023-11-20T03:38:00Z"),
  today: "2023-11-20",
});

const list = (language: "en" | "lo", rows: ListedRow[]) =>
  composeActivityList(frame(language), { rows, columns: ["code", "budget", "title", "schedule"], selection: [] });

describe("the list of activities", () => {
  test("has the page's columns in the page's order, and no hidden one", () => {
    const [table] = reportTables(list("en", [row]));
    expect(table?.columns.map(({ key }) => key)).toEqual(["code", "budget", "title", "schedule"]);
    expect(table?.rows[0]?.cells[1]).toBe(12500.5);
    expect(JSON.stringify(table)).not.toContain("Approved by");
  });

  test("marks translations and untranslated titles, in both languages", () => {
    const english = list("en", [row]);
    const lao = list("lo", [row]);
    const marks = (model: typeof english) => {
      const [table] = reportTables(model);
      return table?.rows[0] ? rowMarks(table, table.rows[0], model.words) : null;
    };
    expect(marks(english)).toBe("Activity: translation");
    expect(marks(lao)).toBe("ກຳນົດເວລາ: ຍັງບໍ່ໄດ້ແປ");
    expect(lao.title.text).toBe("ລາຍການກິດຈະກຳ");
  });

  test("counts its samples, and has no official head", () => {
    const model = list("en", [row, { ...row, isSample: true }]);
    expect(model.samples?.rows).toBe(1);
    expect(model).toMatchObject({ header: null, signature: null, orientation: "landscape" });
  });
});

test("the filters are printed in the document's language", () => {
  const lines = listSelection(documentWords("en"), {
    q: "ດິຈິຕອນ",
    facets: [
      { facet: "stage", choices: [{ value: "approved", nameEn: null, nameLo: null }] },
      { facet: "status", choices: [{ value: "none", nameEn: null, nameLo: null }] },
      { facet: "state", choices: [{ value: "LA", nameEn: "Lao PDR", nameLo: "ສປປ ລາວ" }] },
    ],
    sort: [{ key: "end", direction: "desc" }],
  });
  expect(lines.map(({ label, value }) => `${label}: ${plainText(value)}`)).toEqual([
    "Search: ດິຈິຕອນ",
    "Stage: Approved",
    "Status: None",
    "Lead state: Lao PDR",
    "Sort: End date (descending)",
  ]);
});
