import type { Cell, ReportColumn, ReportModel, ReportRow, ReportTable } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { baseModel, laoTitles, pick, run, text, titleCell } from "./testing-base";

const states = [
  "Brunei Darussalam",
  "Cambodia",
  "Indonesia",
  "Malaysia",
  "Philippines",
  "Singapore",
  "Thailand",
  "Viet Nam",
];

/** Rows of a work plan matrix; all but two are samples. */
export function matrixTable(language: Locale, length: number): ReportTable {
  const say = (lo: string, en: string) => pick(language, lo, en);
  const columns: ReportColumn[] = [
    { key: "number", heading: say("ລ/ດ", "No."), kind: "number", width: 5 },
    { key: "title", heading: say("ກິດຈະກຳ", "Activity"), kind: "text", width: 34 },
    { key: "state", heading: say("ປະເທດສະເໜີ", "Proponent"), kind: "text", width: 16 },
    { key: "outcome", heading: say("ຜົນໄດ້ຮັບທີ່ຕ້ອງການ", "Desired Outcome"), kind: "text", width: 12 },
    { key: "stage", heading: say("ຂັ້ນຕອນ", "Stage"), kind: "text", width: 15 },
    { key: "status", heading: say("ສະຖານະ", "Status"), kind: "text", width: 15 },
    { key: "progress", heading: say("ຄືບໜ້າ", "Progress"), kind: "percent", width: 9 },
    { key: "starts_on", heading: say("ວັນທີເລີ່ມ", "Start date"), kind: "day", width: 12 },
    { key: "ends_on", heading: say("ວັນທີສິ້ນສຸດ", "End date"), kind: "day", width: 12 },
    { key: "budget", heading: say("ງົບປະມານ (USD)", "Budget (USD)"), kind: "usd", width: 13 },
  ];
  const own = [laoTitles.policy, laoTitles.identity];
  const row = (index: number): ReportRow => {
    const title = own[index];
    const invented =
      language === "lo"
        ? `ກິດຈະກຳຕົວຢ່າງ ກ່ຽວກັບການຫັນເປັນດິຈິຕອນ ${index + 1}`
        : `Invented activity on digital transformation ${index + 1}`;
    const cells: Cell[] = [
      index + 1,
      title ? titleCell(language, title) : text(language, invented),
      title
        ? text(language, say("ສປປ ລາວ", "Lao PDR"))
        : text("en", states[index % states.length] ?? "", language === "lo" ? ["not_translated"] : undefined),
      text("en", `DO${(index % 8) + 1}`),
      text(language, say("ADGMIN ອະນຸມັດແລ້ວ", "Approved by ADGMIN")),
      text(language, say("ກຳລັງປະຕິບັດ", "Ongoing")),
      (index * 7) % 101,
      { day: `2023-0${(index % 9) + 1}-15` },
      index % 4 === 3 ? null : { day: `2023-1${index % 3}-28` },
      index % 3 === 2 ? null : 12_500.5 + index * 1000,
    ];
    return { isSample: !title, cells };
  };
  return {
    key: "matrix",
    name: say("ແຜນວຽກ 2023", "Work plan 2023"),
    columns,
    rows: Array.from({ length }, (_, index) => row(index)),
    titleKey: "title",
    empty: text(language, say("ບໍ່ມີກິດຈະກຳ", "No activities")),
  };
}

/** The work plan matrix of 2023 with 13 rows by default, on landscape pages. */
export function matrixReport(language: Locale, length = 13): ReportModel {
  const say = (lo: string, en: string) => pick(language, lo, en);
  return {
    ...baseModel(language),
    kind: "work_plan_matrix",
    orientation: "landscape",
    header: null,
    signature: null,
    distribution: null,
    title: run(language, say("ຕາຕະລາງແຜນວຽກ ADGSOM–ATRC ສົກປີ 2023", "ADGSOM–ATRC work plan matrix 2023")),
    subtitle: null,
    samples: {
      rows: Math.max(0, length - 2),
      runs: text(language, say(`${length - 2} ແຖວເປັນຕົວຢ່າງ, ບໍ່ແມ່ນຂໍ້ມູນຈິງ`, `${length - 2} rows are samples, not facts`)),
    },
    blocks: [{ kind: "table", table: matrixTable(language, length) }],
  };
}

/**
 * The matrix with one text column replaced, to test how a renderer handles hostile or unusual text.
 */
export function reportWithTitles(titles: readonly string[]): ReportModel {
  const model = matrixReport("en", titles.length);
  const table = matrixTable("en", titles.length);
  const rows = table.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, at): Cell => (at === 1 ? text("en", titles[index] ?? "") : cell)),
  }));
  return { ...model, blocks: [{ kind: "table", table: { ...table, rows } }] };
}
