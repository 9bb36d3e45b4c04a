import "server-only";
import type { Database } from "@/db/client";
import { hasLao } from "@/domain/lao-text";
import { countWords, excerptOf } from "@/domain/marked-text";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";

type Text = string | null;
/** A name in both languages. */
export type Named = { en: Text; lo: Text };

/** One row that was found. */
export type SearchHit = {
  /** The row on whose page it stands. */
  id: number;
  code: Text;
  title: Named;
  /** Where it belongs: an entry's plan, a decision's meeting, an instrument's partner. */
  of: Named | null;
  /** What was found beside the title, cut to the words. */
  excerpt: Text;
};

export type Wanted = { db: Database; actor: Actor; locale: Locale; typed: string; limit: number; offset: number };
/** The number of all that match, and the rows of one page. */
export type Found = { total: number; hits: SearchHit[] };
export type Finder = (wanted: Wanted) => Promise<Found>;

type Shown = { code: Text; title: Named };

/**
 * The part of these texts that contains the most of the searched words, in the reader's language if
 * both do; null if the code and the title in that language already show as many.
 */
export function excerptBeside({ code, title }: Shown, texts: readonly Text[], { typed, locale }: Wanted): Text {
  const countIn = (text: Text) => (text ? countWords(text, typed) : 0);
  const isOwn = (text: Text) => hasLao(text ?? "") === (locale === "lo");
  const [best] = [title.en, title.lo, ...texts]
    .map((text) => ({ text, count: countIn(text), isOwn: isOwn(text) }))
    .sort((one, other) => other.count - one.count || Number(other.isOwn) - Number(one.isOwn));
  const shownTitle = locale === "lo" ? (title.lo ?? title.en) : (title.en ?? title.lo);
  const inShown = countIn([code, shownTitle].filter(Boolean).join(" "));
  return best?.text && best.count > inShown ? excerptOf(best.text, typed) : null;
}

/** `count(*) over ()` of the first row; none if there is no row. */
export const totalOf = (rows: readonly { total: number }[]): number => rows[0]?.total ?? 0;
