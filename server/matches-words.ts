import "server-only";
import { and, or, type SQL, sql } from "drizzle-orm";
import { type SearchWord, searchWords } from "@/domain/fold-text";
import { wholeNumbers, withinOrApart } from "@/domain/word-pattern";

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
