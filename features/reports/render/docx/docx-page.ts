import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from "docx";
import type { OfficialHeader, ReportModel, SignatureBlock, TextRun, TitledList } from "@/domain/report-model";
import type { Typesetter } from "./docx-text";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const centred = (children: ParagraphChild[], after = 20) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 0, after }, children });

function cornerCell(
  lines: readonly (TextRun | null)[],
  type: Typesetter,
  width: number,
  alignment: "left" | "right",
): TableCell {
  const paragraphs = lines
    .filter((run) => run !== null)
    .map((run) => new Paragraph({ alignment, spacing: { before: 0, after: 20 }, children: type.line(run) }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph("")],
  });
}

/**
 * Head of an official document: country and motto centred; ministry and unit left, number and date
 * right.
 */
export function officialHead(header: OfficialHeader, type: Typesetter, width: number): (Paragraph | Table)[] {
  const half = Math.floor(width / 2);
  const corners = new TableRow({
    children: [
      cornerCell([header.ministry, header.unit], type, half, AlignmentType.LEFT),
      cornerCell([header.number, header.placeAndDate], type, width - half, AlignmentType.RIGHT),
    ],
  });
  return [
    ...header.country.map((run) => centred(type.line(run, { strong: true, size: type.sizes.subtitle }))),
    ...(header.motto ? [centred(type.line(header.motto, { strong: true }))] : []),
    centred(type.plain(header.rule), 160),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [half, width - half],
      layout: TableLayoutType.FIXED,
      margins: { left: 0, right: 0 },
      borders: noBorders,
      rows: [corners],
    }),
  ];
}

/** Header of every page: the confidentiality label. */
export function pageHeader(model: ReportModel, type: Typesetter): Header {
  const children = type.line(model.confidentiality, { strong: true, size: type.sizes.small });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, style: "SmallText", children })] });
}

/** Footer of every page: the title, and page x of y. */
export function pageFooter(model: ReportModel, type: Typesetter, width: number): Footer {
  const page = model.words.page.split(/(\{pages?\})/).flatMap((part) => {
    if (part === "{page}") return [type.field(PageNumber.CURRENT)];
    if (part === "{pages}") return [type.field(PageNumber.TOTAL_PAGES)];
    return type.plain(part);
  });
  const children = [...type.line(model.title), type.tab(), ...page];
  return new Footer({
    children: [
      new Paragraph({ style: "SmallText", tabStops: [{ type: TabStopType.RIGHT, position: width }], children }),
    ],
  });
}

/**
 * Place and date, title, space for signature and seal, and name, together on the right half of the
 * page.
 */
export function signatureBlock(signature: SignatureBlock, type: Typesetter, width: number): Paragraph[] {
  const indent = { left: Math.floor(width / 2) };
  const line = (run: TextRun, before: number, keepNext: boolean, strong = false) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent,
      keepNext,
      keepLines: true,
      spacing: { before, after: 0 },
      children: type.line(run, { strong }),
    });
  return [
    ...(signature.placeAndDate ? [line(signature.placeAndDate, 360, true)] : []),
    line(signature.title, signature.placeAndDate ? 40 : 360, true, true),
    line(signature.name, 1500, false),
  ];
}

/** A short list with a heading: distribution, notes or sources. */
export function titledList(list: TitledList, type: Typesetter): Paragraph[] {
  if (list.items.length === 0) return [];
  return [
    new Paragraph({
      style: "SmallText",
      keepNext: true,
      ...(type.isOnePage ? {} : { spacing: { before: 200, after: 40 } }),
      children: type.plain(list.heading, { strong: true }),
    }),
    ...list.items.map(
      (item) =>
        new Paragraph({
          style: "SmallText",
          indent: { left: 240, hanging: 240 },
          tabStops: [{ type: TabStopType.LEFT, position: 240 }],
          children: [...type.plain("–"), type.tab(), ...type.runs(item)],
        }),
    ),
  ];
}
