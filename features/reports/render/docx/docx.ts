import {
  AlignmentType,
  Document,
  type FileChild,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
} from "docx";
import {
  checkReportSize,
  type Orientation,
  plainText,
  type ReportBlock,
  type ReportModel,
} from "@/domain/report-model";
import { fileText } from "../script-parts";
import { wordChart } from "./docx-chart";
import { officialHead, pageFooter, pageHeader, signatureBlock, titledList } from "./docx-page";
import { wordTable } from "./docx-table";
import { createTypesetter, latinFont, type Typesetter } from "./docx-text";

/** Millimetres as twips. */
const mm = (length: number) => Math.round((length / 25.4) * 1440);
/** Margins on A4, with space on the left for punched holes. */
const paper = { width: mm(210), height: mm(297) };
const margin = { top: mm(15), right: mm(15), bottom: mm(15), left: mm(20), header: mm(7), footer: mm(7) };

const textWidth: Record<Orientation, number> = {
  portrait: paper.width - margin.left - margin.right,
  landscape: paper.height - margin.left - margin.right,
};

function openingOf(model: ReportModel, type: Typesetter): FileChild[] {
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: type.runs([model.title]),
  });
  const subtitle = model.subtitle
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 0, after: 160 },
          children: type.runs(model.subtitle),
        }),
      ]
    : [];
  const meta = model.meta.map(
    (item) =>
      new Paragraph({
        style: "SmallText",
        children: [...type.plain(`${item.label}: `, { strong: true }), ...type.runs(item.value)],
      }),
  );
  const samples = model.samples
    ? [
        new Paragraph({
          style: "SmallText",
          spacing: { before: 0, after: 120 },
          children: type.runs(model.samples.runs, { strong: true }),
        }),
      ]
    : [];
  return [
    ...(model.header ? officialHead(model.header, type, textWidth[model.orientation]) : []),
    title,
    ...subtitle,
    ...meta,
    ...samples,
  ];
}

function blockChildren(block: ReportBlock, model: ReportModel, type: Typesetter, width: number): FileChild[] {
  switch (block.kind) {
    case "heading": {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, children: type.runs(block.runs) })];
    }
    case "paragraph":
      return [new Paragraph({ children: type.runs(block.runs) })];
    case "list":
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: "dashes", level: 0 }, children: type.runs(item) }),
      );
    case "chart":
      return [wordChart(block.chart, model, width), ...wordTable(block.chart.table, model, type, width)];
    case "table":
      return wordTable(block.table, model, type, width);
    case "decisions_sought":
      if (block.items.length === 0) return [new Paragraph({ children: type.runs(block.empty) })];
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: "decisions", level: 0 },
            children: [
              ...type.runs(item.runs),
              ...(item.reference ? [...type.plain(" ["), ...type.runs(item.reference), ...type.plain("]")] : []),
            ],
          }),
      );
  }
}

type Stretch = { readonly orientation: Orientation; readonly blocks: ReportBlock[] };

/**
 * Consecutive blocks with the same page orientation. A heading has the orientation of the block
 * after it.
 */
export function stretchesOf(model: ReportModel): readonly Stretch[] {
  const turnOf = (index: number): Orientation => {
    const block = model.blocks[index];
    if (block?.kind === "table") return block.table.orientation ?? model.orientation;
    return block?.kind === "heading" && index + 1 < model.blocks.length ? turnOf(index + 1) : model.orientation;
  };
  const stretches: Stretch[] = [{ orientation: model.orientation, blocks: [] }];
  model.blocks.forEach((block, index) => {
    const orientation = turnOf(index);
    const last = stretches.at(-1);
    if (last?.orientation === orientation) last.blocks.push(block);
    else stretches.push({ orientation, blocks: [block] });
  });
  return stretches;
}

function sectionsOf(model: ReportModel, type: Typesetter): ISectionOptions[] {
  const closing = [
    ...(model.signature ? signatureBlock(model.signature, type, textWidth[model.orientation]) : []),
    ...(model.distribution ? titledList(model.distribution, type) : []),
    ...model.notes.flatMap((list) => titledList(list, type)),
  ];
  const stretches = stretchesOf(model);
  // Signature and notes are printed in the orientation of the report.
  if (closing.length > 0 && stretches.at(-1)?.orientation !== model.orientation) {
    return sectionsOf({ ...model, blocks: [...model.blocks, { kind: "list", items: [] }] }, type);
  }
  return stretches.map(({ orientation, blocks }, index) => {
    const width = textWidth[orientation];
    const body = blocks.flatMap((block) => blockChildren(block, model, type, width));
    return {
      properties: {
        page: {
          size: { ...paper, orientation: PageOrientation[orientation === "landscape" ? "LANDSCAPE" : "PORTRAIT"] },
          margin,
        },
      },
      headers: { default: pageHeader(model, type) },
      footers: { default: pageFooter(model, type, width) },
      children: [
        ...(index === 0 ? openingOf(model, type) : []),
        ...body,
        ...(index === stretches.length - 1 ? closing : []),
      ],
    };
  });
}

const listLevel = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, { sizes }: Typesetter) => ({
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: 400, hanging: 400 } },
        run: { font: latinFont, size: sizes.body },
      },
    },
  ],
});

/**
 * Renders the report as a Word file with its Lao font in every script slot.
 * @throws AppError REPORT_TOO_LARGE beyond 2,000 rows
 */
export async function renderDocx(model: ReportModel): Promise<Uint8Array> {
  checkReportSize(model, "docx");
  const type = createTypesetter(model);
  const document = new Document({
    title: fileText(model.title.text),
    subject: fileText(plainText(model.subtitle ?? [])),
    creator: fileText(model.issuer),
    lastModifiedBy: fileText(model.issuer),
    description: fileText(model.confidentiality.text),
    styles: type.styles(),
    numbering: {
      config: [
        { reference: "decisions", ...listLevel(LevelFormat.DECIMAL, "%1.", type) },
        { reference: "dashes", ...listLevel(LevelFormat.BULLET, "–", type) },
      ],
    },
    sections: sectionsOf(model, type),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
