import "server-only";
import { and, or, type SQL, sql } from "drizzle-orm";
import { type SearchWord, searchWords } from "@/domain/fold-text";

/**
 * True if every word of the search occurs in the text, in any spelling that folds to the same.
 * Undefined if nothing was typed that could be searched for.
 * @param folded one of `db/schema/folded.ts`, or `search_lines` of a text of few rows
 */
export function matchesWords(folded: SQL, typed: string): SQL | undefined {
  return and(...searchWords(typed).map((word) => occurs(folded, word)));
}

/** The index finds candidates by LIKE; what it cannot tell is asked of these alone. */
function occurs(folded: SQL, { readings, isUnspaced }: SearchWord): SQL | undefined {
  return or(
    ...readings.map((word) => {
      const isCandidate = sql`${folded} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;
      const exact = isUnspaced ? wholeNumbers(word) : withinOrApart(word);
      const text = isUnspaced ? folded : sql`split_part(${folded}, E'\\n', 1)`;
      return exact === null ? isCandidate : and(isCandidate, sql`${text} ~ ${exact}`);
    }),
  );
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A number is found as a whole: 3 is not in 13. */
function wholeNumbers(word: string): string | null {
  const guarded = `${/^[0-9]/.test(word) ? "(?<![0-9])" : ""}${literally(word)}${/[0-9]$/.test(word) ? "(?![0-9])" : ""}`;
  return guarded === literally(word) ? null : guarded;
}

/**
 * Within a word; or as several whole words that are written apart ("cross border" for
 * "crossborder"), so that "ict" is not found in "electronic transaction".
 */
function withinOrApart(word: string): string {
  const apart = [...word].map(literally).join(" ?");
  return `${wholeNumbers(word) ?? literally(word)}|(?<![a-z0-9])${apart}(?![a-z0-9])`;
}
