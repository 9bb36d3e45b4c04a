import { type SearchWord, searchLines } from "./fold-text";

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A number is found as a whole: 3 is not in 13. Null if there is none at either end. */
export function wholeNumbers(word: string): string | null {
  const guarded = `${/^[0-9]/.test(word) ? "(?<![0-9])" : ""}${literally(word)}${/[0-9]$/.test(word) ? "(?![0-9])" : ""}`;
  return guarded === literally(word) ? null : guarded;
}

/**
 * Within a word; or as several whole words that are written apart ("cross border" for
 * "crossborder"), so that "ict" is not found in "electronic transaction".
 */
export function withinOrApart(word: string): string {
  const apart = [...word].map(literally).join(" ?");
  return `${wholeNumbers(word) ?? literally(word)}|(?<![a-z0-9])${apart}(?![a-z0-9])`;
}

/** A test whether the word occurs in a text, by the rules of `server/matches-words.ts`. */
export function occurrenceOf({ readings, isUnspaced }: SearchWord): (text: string) => boolean {
  const patterns = readings.map(
    (word) => new RegExp(isUnspaced ? (wholeNumbers(word) ?? literally(word)) : withinOrApart(word), "u"),
  );
  return (text) => {
    const { spaced, unspaced } = searchLines(text);
    const lines = isUnspaced ? unspaced : [spaced];
    return lines.some((line) => patterns.some((pattern) => pattern.test(line)));
  };
}
