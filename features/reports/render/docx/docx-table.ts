import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { hasLao } from "@/domain/lao-text";
import {
  type Cell,
  type ColumnKind,
  markedCells,
  type ReportColumn,
  type ReportModel,
  type ReportTable,
} from "@/domain/report-model";
import { paperCell } from "../cell-text";
import type { Typesetter } from "./docx-text";

const line = { style: BorderStyle.SINGLE, size: 4, color: "8A979C" } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const headShading = { type: ShadingType.CLEAR, color: "auto", fill: "EDF1F1" };
const padding = { top: 50, bottom: 50, left: 90, right: 90 };
const closePadding = { ...padding, top: 15, bottom: 15 };

const alignments = {
  text: AlignmentType.LEFT,
  day: AlignmentType.LEFT,
  number: AlignmentType.RIGHT,
  percent: AlignmentType.RIGHT,
  usd: AlignmentType.RIGHT,
} as const satisfies Record<ColumnKind, string>;

/** A paragraph of almost no height. */
const hairline = { before: 0, after: 0, line: 40, lineRule: LineRuleType.EXACT };

/**
 * Minimum width in twips for the widest value of each kind at the table's font size, padding
 * included.
 */
const narrowest = { text: 620, number: 620, percent: 860, usd: 1150, day: 1300 } as const satisfies Record<
  ColumnKind,
  number
>;

/**
 * Minimum width in twips at which no Latin word of the column's heading is broken. Lao breaks by
 * dictionary.
 */
function leastWidth(column: ReportColumn): number {
  const words = column.heading.split(/\s+/).filter((word) => !hasLao(word));
  const longest = Math.max(0, ...words.map((word) => word.length));
  return Math.max(narrowest[column.kind], longest * 122 + padding.left + padding.right);
}

/** Column widths in twips. Their sum is exactly `total`, because LibreOffice uses the grid. */
export function gridWidths(columns: readonly ReportColumn[], total: number): number[] {
  const unit = total / columns.reduce((all, column) => all + column.width, 0);
  const shares = columns.map((column) => Math.max(column.width * unit, leastWidth(column)));
  const excess = shares.reduce((all, share) => all + share, 0) - total;
  // Columns that need more than their proportional width take it from those with spare width.
  const spare = shares.map((share, index) => share - (columns[index] ? leastWidth(columns[index]) : 0));
  const allSpare = spare.reduce((all, share) => all + share, 0);
  const fitted = shares.map((share, index) =>
    allSpare > excess ? share - ((spare[index] ?? 0) / allSpare) * excess : share,
  );
  const sum = fitted.reduce((all, share) => all + share, 0);
  let used = 0;
  let given = 0;
  return fitted.map((share) => {
    used += share;
    const width = Math.round((used / sum) * total) - given;
    given += width;
    return width;
  });
}

/**
 * A cell shared by many rows: its XML is made only once. It holds only text, so its XML does not
 * depend on the context.
 */
class SharedCell extends TableCell {
  private made: ReturnType<TableCell["prepForXml"]>;

  override prepForXml(context: Parameters<TableCell["prepForXml"]>[0]): ReturnType<TableCell["prepForXml"]> {
    this.made ??= super.prepForXml(context);
    return this.made;
  }
}

/**
 * One table: the head is repeated on every page, rows are never split between pages, and widths are
 * given both for Word and for LibreOffice.
 */
export function wordTable(
  table: ReportTable,
  model: ReportModel,
  type: Typesetter,
  width: number,
): (Table | Paragraph)[] {
  if (table.rows.length === 0) {
    return [new Paragraph({ children: type.runs(table.empty) })];
  }
  const widths = gridWidths(table.columns, width);
  const cellWidth = (index: number) => ({ size: widths[index] ?? 0, type: WidthType.DXA });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: cellWidth(index),
          shading: headShading,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: "TableText",
              alignment: alignments[column.kind],
              children: type.plain(column.heading, { strong: true }),
            }),
          ],
        }),
    ),
  });
  const known = new Map<string, TableCell>();
  const cellOf = (cell: Cell, { kind }: ReportColumn, index: number): TableCell => {
    const text = paperCell(cell, kind, model.language);
    const name = `${index} ${JSON.stringify(text)}`;
    const paragraph = () =>
      new Paragraph({ style: "TableText", alignment: alignments[kind], children: type.runs(text) });
    const made = known.get(name) ?? new SharedCell({ width: cellWidth(index), children: [paragraph()] });
    known.set(name, made);
    return made;
  };
  const rows = table.rows.map((row) => {
    const cells = markedCells(table, row, model.language);
    const children = table.columns.map((column, index) => cellOf(cells[index] ?? null, column, index));
    return new TableRow({ cantSplit: true, children });
  });
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: type.isOnePage ? closePadding : padding,
      borders,
      rows: [head, ...rows],
    }),
    // Word would merge two tables without a paragraph between them.
    new Paragraph({ style: "SmallText", ...(type.isOnePage ? { spacing: hairline } : {}), children: [] }),
  ];
}
