import { createMultiParser, createParser, parseAsStringLiteral, type SingleParserBuilder } from "nuqs/server";
import { readAsOf } from "@/domain/as-of";
import { isCode } from "@/domain/codes";
import { isDay } from "@/domain/days";
import { cleanText, isStorable } from "@/domain/lao-text";

/**
 * A parser for each kind of value in addresses. None is called with an empty text (see
 * `define-address.ts`).
 */

/** A text that passes a test. */
export const matching = (isReadable: (text: string) => boolean) =>
  createParser<string>({ parse: (typed) => (isReadable(typed) ? typed : null), serialize: String });

/** Free text typed by a person. */
export const text = (max: number) => matching((typed) => typed.length <= max && isStorable(typed));
/** The same, as it would be stored: without invisible marks at its ends. */
export const cleanedText = (max: number) =>
  createParser<string>({
    parse: (typed) => (text(max).parse(typed) === null ? null : cleanText(typed)),
    serialize: String,
  });

export const searchText = text(200);

/** The code of a period, meeting, partner, outcome or member state. */
export const code = matching(isCode);
/** ISO code of a member state. */
export const stateCode = matching((typed) => /^[A-Z]{2}$/.test(typed));
/** A past day or a meeting's code, as in `asof`. */
export const moment = matching((typed) => readAsOf(typed) !== null);
/** A day before 2100, because queries add days to it and the year must keep four digits. */
export const day = matching((typed) => isDay(typed) && typed < "2100");

const wholeNumber = (digits: number) =>
  createParser<number>({
    parse: (typed) => (/^[1-9]\d*$/.test(typed) && typed.length <= digits ? Number(typed) : null),
    serialize: String,
  });
export const id = wholeNumber(9);
/** A row's id as text, for parameters that accept ids and words. */
export const idText = matching((typed) => id.parse(typed) !== null);
/** The number of a row in a log that only grows, such as the audit log. */
export const sequenceNumber = wholeNumber(15);
export const page = wholeNumber(7).withDefault(1);

/** One of these values. */
export const oneOf = parseAsStringLiteral;
/** A ticked check box. */
export const flag = oneOf(["1"]);

const maxItems = 40;

/**
 * A list, in one value with commas or in several values; empty unless another default is given. One
 * invalid item makes the whole list unreadable, so that nothing is silently left out.
 */
export const listOf = <T extends string>(item: Pick<SingleParserBuilder<T>, "parse">) =>
  createMultiParser<T[]>({
    parse: (texts) => {
      const items = texts.flatMap((typed) => typed.split(",")).map((typed) => item.parse(typed));
      const good = items.filter((one) => one !== null);
      return good.length === items.length && good.length <= maxItems ? [...new Set(good)] : null;
    },
    serialize: (items) => [items.join(",")],
    eq: (one, other) => one.length === other.length && one.every((item, index) => item === other[index]),
  }).withDefault([]);

/** The column by which a list is sorted, and the direction: `title.desc`. */
export type SortOrder<Key extends string> = { key: Key; direction: "asc" | "desc" };

export const sortOrder = <const Key extends string>(keys: readonly Key[]) =>
  createParser<SortOrder<Key>>({
    parse: (typed) => {
      const [word, direction, ...rest] = typed.split(".");
      const key = keys.find((known) => known === word);
      const isOrder = key && rest.length === 0 && (direction === "asc" || direction === "desc");
      return isOrder ? { key, direction } : null;
    },
    serialize: ({ key, direction }) => `${key}.${direction}`,
    eq: (one, other) => one.key === other.key && one.direction === other.direction,
  });

/**
 * The order after a click on a column head: ascending, or descending if it was already sorted by
 * that column in ascending order.
 */
export const orderAfterClick = <Key extends string>(order: SortOrder<Key>, key: Key): SortOrder<Key> => ({
  key,
  direction: order.key === key && order.direction === "asc" ? "desc" : "asc",
});

/** One value for each row, such as `do.12` and `do.13`. */
export const forEachRow = <T>(member: SingleParserBuilder<T>) => ({ type: "family" as const, member });
