import { type IRunOptions, type IStylesOptions, type PageNumber, Tab, TextRun as WordRun } from "docx";
import { type LaoFont, marksText, type ReportModel, type Runs, type TextRun } from "@/domain/report-model";
import { fileLines, scriptParts } from "../script-parts";

/**
 * Font of Latin letters, digits and signs: available everywhere, and goes well with the Lao fonts.
 */
export const latinFont = "Arial";

type Sizes = Readonly<Record<"body" | "table" | "small" | "title" | "subtitle" | "heading1" | "heading2", number>>;

/** Sizes of Latin text in half-points. */
const usualSizes: Sizes = { body: 22, table: 19, small: 18, title: 30, subtitle: 24, heading1: 26, heading2: 23 };
/** Sizes for a document that has to fit on one page. */
const smallSizes: Sizes = { body: 18, table: 17, small: 16, title: 26, subtitle: 20, heading1: 20, heading2: 18 };

/** Grey that is still dark enough for print, for marks behind a text. */
const quietColor = "455257";

type Look = { readonly strong?: boolean; readonly quiet?: boolean; readonly size?: number };

/** Turns the text of one report into Word runs, with its fonts and its words for marks. */
export type Typesetter = {
  /** Sizes of Latin text in half-points. */
  readonly sizes: Sizes;
  /** True if the report has to fit on one page. */
  readonly isOnePage: boolean;
  /** A text as Word runs, split where the script changes, with its line breaks. */
  readonly plain: (text: string, look?: Look) => WordRun[];
  /** One run without marks, such as a line of the official head. */
  readonly line: (run: TextRun, look?: Look) => WordRun[];
  /** Runs followed by their marks. */
  readonly runs: (runs: Runs, look?: Look) => WordRun[];
  /** A tab character. */
  readonly tab: () => WordRun;
  /** Page number or number of pages, filled in by Word. */
  readonly field: (field: (typeof PageNumber)["CURRENT" | "TOTAL_PAGES"]) => WordRun;
  /**
   * Fonts, sizes and spacing as named styles, so that an officer can change them in Word in one
   * step.
   */
  readonly styles: () => IStylesOptions;
};

/**
 * Word and LibreOffice take the size of Lao from the complex-script slot. Lao fonts draw smaller
 * letters than Arial at the same size, so they are set a little larger.
 */
function sizePair(size: number): IRunOptions {
  return { size, sizeComplexScript: size + (size < usualSizes.body ? 1 : 2) };
}

/**
 * Names the font in every script slot; otherwise Word and LibreOffice choose another font for Lao.
 */
function fontOf(isLao: boolean, laoFont: LaoFont): IRunOptions {
  const font = isLao ? laoFont : latinFont;
  return {
    font: { ascii: font, hAnsi: font, cs: laoFont, eastAsia: font },
    language: { value: isLao ? "lo-LA" : "en-GB", eastAsia: "en-GB", bidirectional: "lo-LA" },
  };
}

/** Line heights in 240ths: stacked Lao marks need more room than Latin. */
const lineHeights = {
  lo: { body: 324, table: 288, onePage: 252 },
  en: { body: 276, table: 259, onePage: 240 },
} as const;

function stylesOf({ laoFont, language, isOnePage }: ReportModel, sizes: Sizes): IStylesOptions {
  // On a single page, the space between parts is reduced more than the font size.
  const space = (usual: number) => (isOnePage ? Math.round(usual / 3) : usual);
  const lineOf = (kind: "body" | "table") => lineHeights[language][isOnePage ? "onePage" : kind];
  const base = fontOf(false, laoFont);
  const heading = (size: number, before: number) => ({
    run: { ...sizePair(size), bold: true, boldComplexScript: true, color: "000000", ...base },
    paragraph: { spacing: { before: space(before), after: space(80) }, keepNext: true },
  });
  const text = (id: string, name: string, size: number, after: number) => ({
    id,
    name,
    basedOn: "Normal",
    run: sizePair(size),
    paragraph: { spacing: { before: 0, after: space(after), line: lineOf("table") } },
  });
  return {
    default: {
      document: {
        run: { ...sizePair(sizes.body), ...base },
        paragraph: {
          spacing: { before: 0, after: space(100), line: lineOf("body") },
        },
      },
      title: heading(sizes.title, 240),
      heading1: heading(sizes.heading1, 240),
      heading2: heading(sizes.heading2, 160),
    },
    paragraphStyles: [
      text("TableText", "Table Text", sizes.table, 0),
      text("SmallText", "Small Text", sizes.small, 40),
    ],
  };
}

/** Creates the typesetter of a report's Word file. */
export function createTypesetter(model: ReportModel): Typesetter {
  const { laoFont, words } = model;
  const sizes = model.isOnePage ? smallSizes : usualSizes;
  const lookOf = (look: Look): IRunOptions => ({
    ...(look.strong ? { bold: true, boldComplexScript: true } : {}),
    ...(look.quiet ? { color: quietColor } : {}),
    ...(look.size ? sizePair(look.size) : {}),
  });
  const plain = (text: string, look: Look = {}): WordRun[] =>
    fileLines(text).flatMap((line, index) => {
      const parts = scriptParts(line.replaceAll("\t", " "));
      if (index > 0 && parts.length === 0) return [new WordRun({ break: 1 })];
      return parts.map((part, at) => {
        const lineBreak = index > 0 && at === 0 ? { break: 1 } : {};
        return new WordRun({ ...fontOf(part.isLao, laoFont), ...lookOf(look), ...lineBreak, text: part.text });
      });
    });
  const line = (run: TextRun, look: Look = {}) => plain(run.text, { ...look, strong: look.strong || run.strong });
  return {
    sizes,
    isOnePage: model.isOnePage ?? false,
    plain,
    line,
    runs: (runs, look = {}) =>
      runs.flatMap((run) => [
        ...line(run, look),
        ...plain(marksText(run, words), { ...look, strong: false, quiet: true }),
      ]),
    tab: () => new WordRun({ ...fontOf(false, laoFont), children: [new Tab()] }),
    field: (field) => new WordRun({ ...fontOf(false, laoFont), children: [field] }),
    styles: () => stylesOf(model, sizes),
  };
}
