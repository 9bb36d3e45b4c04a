import { hasLao } from "@/domain/lao-text";
import type { RunMark, Runs, TextRun } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import type { Names, TranslatedNames } from "../report-data";

/** Text of the paper's own language. */
export const say = (lang: Locale, text: string): Runs => [{ lang, text }];

const marksOf = (marks: readonly (RunMark | false)[]): Pick<TextRun, "marks"> => {
  const kept = marks.filter((mark) => mark !== false);
  return kept.length > 0 ? { marks: kept } : {};
};

/**
 * A name in the paper's language, or in the other one and marked so; nothing when there is neither.
 */
export function nameRuns(language: Locale, names: Names | TranslatedNames, marks: readonly RunMark[] = []): Runs {
  const own = names[language];
  if (own) {
    const isTranslation = language === "lo" && "loIsTranslation" in names && names.loIsTranslation;
    return [{ lang: language, text: own, ...marksOf([...marks, isTranslation && "translation"]) }];
  }
  const other: Locale = language === "lo" ? "en" : "lo";
  const text = names[other];
  return text ? [{ lang: other, text, ...marksOf([...marks, "not_translated"]) }] : [];
}

/** The bare name, in the paper's language where there is one; for use inside a sentence. */
export function nameText(language: Locale, names: Names): string {
  return names[language] ?? names.en ?? names.lo ?? "";
}

type Titled = { title: Names; original: Locale; isSample: boolean };

/** A title; one that is not in the language it was given in is a translation and says so. */
export function titleRuns(language: Locale, { title, original }: Titled, marks: readonly RunMark[] = []): Runs {
  const isTranslation = title[language] !== null && original !== language;
  return nameRuns(language, title, isTranslation ? [...marks, "translation"] : marks);
}

/** What a person wrote, in whichever language: its script tells which. */
export function writtenRuns(language: Locale, text: string, isSample: boolean): Runs {
  const lang: Locale = hasLao(text) ? "lo" : "en";
  return [{ lang, text, ...marksOf([isSample && "sample", lang !== language && "not_translated"]) }];
}

/** Parts under one another; empty ones take no line. */
export function lines(language: Locale, parts: readonly (Runs | null)[]): Runs {
  return joined(language, parts, "\n");
}

/** Parts one after the other, with something between them. */
export function joined(language: Locale, parts: readonly (Runs | null)[], between: string): Runs {
  const filled = parts.filter((part) => part !== null && part.length > 0) as Runs[];
  return filled.flatMap((part, index) => (index === 0 ? part : [{ lang: language, text: between }, ...part]));
}

const strongMark = "\u0001";

/** For the `<b>` of a message: `t.markup(key, { b: strong, … })`, then `strongRuns`. */
export const strong = (chunks: string): string => `${strongMark}${chunks}${strongMark}`;

/** A message with its `<b>` parts as strong runs. */
export function strongRuns(lang: Locale, message: string): Runs {
  return message
    .split(strongMark)
    .map((text, index) => (index % 2 === 1 ? { lang, text, strong: true } : { lang, text }))
    .filter((run) => run.text !== "");
}
