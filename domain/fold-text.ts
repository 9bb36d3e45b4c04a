import {
  ambiguous,
  type FoldGroup,
  type FoldStep,
  firstReading,
  foldSteps,
  looseSpace,
  otherReading,
} from "./fold-steps";

type Step = (text: string) => string;

function changeLetters(letters: string, by: string): Step {
  const all = new Map([...letters].map((letter, place) => [letter, [...by][place] ?? ""]));
  const any = new RegExp(`[${letters}]`, "gu");
  return (text) => text.replace(any, (letter) => all.get(letter) ?? letter);
}

function stepOf({ pattern, letters, by }: FoldStep): Step {
  if (letters !== undefined) return changeLetters(letters, by);
  const compiled = new RegExp(pattern ?? "", "gu");
  return (text) => text.replace(compiled, by);
}

function groupOf({ within, steps }: FoldGroup): Step {
  const test = new RegExp(within, "u");
  const inner = steps.map(stepOf);
  return (text) => (test.test(text) ? inner.reduce((folded, step) => step(folded), text) : text);
}

const steps: readonly Step[] = foldSteps.map((step) => ("within" in step ? groupOf(step) : stepOf(step)));
const readFirst = changeLetters(ambiguous, firstReading);
const readOther = changeLetters(ambiguous, otherReading);

/** The folded text, with the letters that can be read in two ways. */
function foldSpelling(text: string): string {
  return steps.reduce((folded, step) => step(folded), text.normalize("NFKD").toLowerCase());
}

/**
 * Folds text so that the usual spellings of a Lao or English word become the same: tones, long and
 * short i, u and ue, Thai letters, dashes, apostrophes, digits of any script. The rules are in
 * `fold-steps.ts`; the database has the same function, `fold_text`.
 * @returns lower-cased text with single spaces, for comparing only
 */
export function foldText(text: string): string {
  return readFirst(foldSpelling(text));
}

const loose = new RegExp(looseSpace, "gu");

/** The folded text without spaces, except between two numbers; Lao has none between words. */
export function foldUnspaced(text: string): string {
  return foldText(text).replace(loose, "");
}

/** The text in the forms that `search_lines` of the database gives it. */
export function searchLines(text: string): { spaced: string; unspaced: readonly string[] } {
  const spelling = foldSpelling(text);
  const spaced = readFirst(spelling);
  return { spaced, unspaced: [spaced, readOther(spelling)].map((line) => line.replace(loose, "")) };
}

/** One typed word, folded. */
export type SearchWord = {
  /** In each of its readings; see `ambiguous`. */
  readings: readonly string[];
  /** True for letters that are written without spaces between words, as Lao is. */
  isUnspaced: boolean;
};

const wordLimit = 8;
/** Of the letters with two readings so many are read in every combination. */
const readLimit = 3;

/** The words of a typed search; the first eight. */
export function searchWords(typed: string): SearchWord[] {
  const words = foldSpelling(typed).split(" ").filter(Boolean).slice(0, wordLimit);
  return words.map((word) => ({
    readings: readingsOf(word),
    isUnspaced: /[\p{Script=Lao}\p{Script=Thai}]/u.test(word),
  }));
}

function readingsOf(word: string): string[] {
  const letters = [...word];
  if (letters.filter((letter) => ambiguous.includes(letter)).length > readLimit)
    return [readFirst(word), readOther(word)];
  return letters.reduce<string[]>(
    (readings, letter) => {
      const choices = new Set([readFirst(letter), readOther(letter)]);
      return [...choices].flatMap((choice) => readings.map((reading) => reading + choice));
    },
    [""],
  );
}
