import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Locale } from "@/domain/vocabulary";

/** A title as Lao files it: ຫລ beside ຫຼ, and two letters ເ as ແ. */
const laoKey = (title: SQL): SQL => sql`replace(replace(${title}, 'ຫຼ', 'ຫລ'), 'ເເ', 'ແ')`;

/** A text in the order of the reader's language, numbers in natural order. */
export function inOrderOf(locale: Locale, text: SQL): SQL {
  // PostgreSQL's "C" order is wrong for Lao. ICU sorts a leading vowel under its consonant, and
  // puts the reader's script first.
  return locale === "lo" ? sql`${laoKey(text)} collate "lao_order"` : sql`${text} collate "english_order"`;
}

/** Names of people and things in whichever language they were typed. */
export const inAnyOrder = (text: SQLWrapper): SQL => sql`${laoKey(sql`${text}`)} collate "natural_order"`;
