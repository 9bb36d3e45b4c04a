import "server-only";
import type { Database } from "@/db/client";
import { countWords, excerptOf } from "@/domain/marked-text";
import type { Actor } from "@/domain/roles";

type Text = string | null;
/** A name in both languages. */
export type Named = { en: Text; lo: Text };

/** One row that was found. */
export type SearchHit = {
  /** The row on whose page it stands. */
  id: number;
  code: Text;
  title: Named;
  /** Where it belongs: the plan of an entry, the meeting of a decision, the partner of an instrument. */
  of: Named | null;
  /** What was found beside the title, cut to the words. */
  excerpt: Text;
};

export type Wanted = { db: Database; actor: Actor; typed: string; limit: number; offset: number };
/** The number of all that match, and the rows of one page. */
export type Found = { total: number; hits: SearchHit[] };
export type Finder = (wanted: Wanted) => Promise<Found>;

/**
 * The part of these texts that contains the most of the searched words; null if the title already
 * shows as many.
 */
export function excerptBeside(shown: readonly Text[], texts: readonly Text[], typed: string): Text {
  const countIn = (text: Text) => (text ? countWords(text, typed) : 0);
  const best = texts
    .map((text) => ({ text, count: countIn(text) }))
    .reduce((one, other) => (other.count > one.count ? other : one), { text: null as Text, count: 0 });
  const inTitle = Math.max(0, ...shown.map(countIn));
  return best.text !== null && best.count > inTitle ? excerptOf(best.text, typed) : null;
}

/** `count(*) over ()` of the first row; none if there is no row. */
export const totalOf = (rows: readonly { total: number }[]): number => rows[0]?.total ?? 0;
