import { hasLao } from "@/domain/lao-text";
import type { RunMark, Runs, TextRun } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import type { Names, TranslatedNames } from "../report-data";

/** Text in the language of the document. */
export const say = (lang: Locale, text: string): Runs => [{ lang, text }];

const marksOf = (marks: readonly (RunMark | false)[]): Pick<TextRun, "marks"> => {
  const given = marks.filter((mark) => mark !== false);
  return given.length > 0 ? { marks: given } : {};
};

/**
 * A name in the language of the document, or in the other one and marked so; empty if there is
 * neither.
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

/**
 * The name without marks, in the language of the document if available; for use inside a sentence.
 */
export function nameText(language: Locale, names: Names): string {
  return names[language] ?? names.en ?? names.lo ?? "";
}

type Titled = { title: Names; original: Locale; isSample: boolean };

/** A title. If it is not in the language in which it was given, it is marked as a translation. */
export function titleRuns(language: Locale, { title, original }: Titled, marks: readonly RunMark[] = []): Runs {
  const isTranslation = title[language] !== null && original !== language;
  return nameRuns(language, title, isTranslation ? [...marks, "translation"] : marks);
}

/** Text written by a person in either language, which is detected by its script. */
export function writtenRuns(language: Locale, text: string, isSample: boolean): Runs {
  const lang: Locale = hasLao(text) ? "lo" : "en";
  return [{ lang, text, ...marksOf([isSample && "sample", lang !== language && "not_translated"]) }];
}

/** Parts one below the other; empty parts are left out. */
export function lines(language: Locale, parts: readonly (Runs | null)[]): Runs {
  return joined(language, parts, "\n");
}

/** Parts in a row, with a separator between them. */
export function joined(language: Locale, parts: readonly (Runs | null)[], between: string): Runs {
  const filled = parts.filter((part) => part !== null && part.length > 0) as Runs[];
  return filled.flatMap((part, index) => (index === 0 ? part : [{ lang: language, text: between }, ...part]));
}

const strongMark = "\u0001";

/** For `<b>` in a message: call `t.markup(key, { b: strong, … })`, then `strongRuns`. */
export const strong = (chunks: string): string => `${strongMark}${chunks}${strongMark}`;

/** A message with its `<b>` parts as strong runs. */
export function strongRuns(lang: Locale, message: string): Runs {
  return message
    .split(strongMark)
    .map((text, index) => (index % 2 === 1 ? { lang, text, strong: true } : { lang, text }))
    .filter((run) => run.text !== "");
}
