import type ExcelJS from "exceljs";
import { markedText, type ReportBlock, type ReportModel, type Runs, type TitledList } from "@/domain/report-model";
import { fontFor, sheetText, storedText, textHeight } from "./xlsx-text";

/**
 * Column width that fits A4 at full size: LibreOffice clips a single column that is wider than the
 * page instead of scaling it.
 */
const width = 76;

type Line = { readonly text: string; readonly size?: number; readonly bold?: boolean };

function linesOfBlock(block: ReportBlock, say: (runs: Runs) => string): readonly Line[] {
  switch (block.kind) {
    case "heading":
      return [{ text: "" }, { text: say(block.runs), bold: true, size: block.level === 1 ? 12 : 11 }];
    case "paragraph":
      return [{ text: say(block.runs) }];
    case "list":
      return block.items.map((item) => ({ text: `– ${say(item)}` }));
    case "chart":
      return [{ text: `→ ${block.chart.table.name}` }];
    case "table":
      return [{ text: `→ ${block.table.name}` }];
    case "decisions_sought":
      if (block.items.length === 0) return [{ text: say(block.empty) }];
      return block.items.map((item, index) => {
        const reference = item.reference ? ` [${say(item.reference)}]` : "";
        return { text: `${index + 1}. ${say(item.runs)}${reference}` };
      });
  }
}

function linesOf(model: ReportModel): readonly Line[] {
  const say = (runs: Runs) => markedText(runs, model.words);
  const { header, signature } = model;
  const head = header
    ? [...header.country, header.motto, header.ministry, header.unit, header.number, header.placeAndDate]
    : [];
  const list = (titled: TitledList): Line[] =>
    titled.items.length === 0
      ? []
      : [
          { text: "" },
          { text: titled.heading, bold: true },
          ...titled.items.map((item) => ({ text: `– ${say(item)}` })),
        ];
  return [
    { text: model.confidentiality.text, bold: true },
    ...head.filter((run) => run !== null).map((run) => ({ text: run.text })),
    { text: say([model.title]), bold: true, size: 14 },
    ...(model.subtitle ? [{ text: say(model.subtitle) }] : []),
    ...model.meta.map((item) => ({ text: `${item.label}: ${say(item.value)}` })),
    ...(model.samples ? [{ text: say(model.samples.runs), bold: true }] : []),
    ...model.blocks.flatMap((block) => linesOfBlock(block, say)),
    ...(signature ? [{ text: "" }, { text: signature.title.text, bold: true }, { text: signature.name.text }] : []),
    ...(model.distribution ? list(model.distribution) : []),
    ...model.notes.flatMap(list),
  ];
}

/** Adds a sheet with everything of the report except its tables, in reading order. */
export function fillAboutSheet(sheet: ExcelJS.Worksheet, model: ReportModel): void {
  sheet.columns = [{ width }];
  linesOf(model).forEach((line, index) => {
    const text = sheetText(line.text);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = storedText(text);
    cell.numFmt = "@";
    cell.font = fontFor(text, model.laoFont, { bold: line.bold ?? false, size: line.size ?? 10 });
    cell.alignment = { vertical: "top", wrapText: true };
    sheet.getRow(index + 1).height = textHeight(text, width, line.size);
  });
  sheet.commit();
}
