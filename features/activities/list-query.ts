import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { signals } from "@/domain/signals";
import { priorityKinds } from "@/domain/vocabulary";
import {
  type ActivityColumn,
  activityColumns,
  defaultColumns,
  densities,
  facetNames,
  fixedColumns,
  pageSizes,
} from "./list-columns";

/** The list's state is its address: this one declaration serves the page, every link in it, and the export. */

/** In `view`: the whole register, even for a person whose list opens with a view of theirs. */
export const noView = "all";

type Direction = "asc" | "desc";
export type SortLevel = { key: ActivityColumn; direction: Direction };

const maxItems = 40;

/** A comma-separated list; one bad item makes the whole unreadable, so that nothing is silently left out. */
function listOf<T extends string>(parseItem: (item: string) => T | null) {
  return createParser<T[]>({
    parse: (text) => {
      if (text === "") return [];
      const items = text.split(",").map(parseItem);
      const good = items.filter((item): item is NonNullable<typeof item> => item !== null);
      return good.length === items.length && good.length <= maxItems ? [...new Set(good)] : null;
    },
    serialize: (items) => items.join(","),
    eq: (a, b) => a.join(",") === b.join(","),
  }).withDefault([]);
}

const wordOf =
  <T extends string>(words: readonly T[]) =>
  (item: string): T | null =>
    words.find((word) => word === item) ?? null;

const codeItem = (item: string): string | null => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(item) ? item : null);
const idItem = (item: string): string | null => (/^[1-9]\d{0,8}$/.test(item) ? item : null);
const sortItem = (item: string): `${ActivityColumn}.${Direction}` | null => {
  const [key, direction, rest] = item.split(".");
  const column = wordOf(activityColumns)(key ?? "");
  return column && (direction === "asc" || direction === "desc") && rest === undefined
    ? `${column}.${direction}`
    : null;
};

/** Sort levels, each column once: a second level of the same column would never be heard. */
const sortList = createParser<`${ActivityColumn}.${Direction}`[]>({
  parse: (text) => {
    const items = listOf(sortItem).parse(text);
    const columns = items?.map((item) => item.split(".")[0]);
    return items && new Set(columns).size === items.length ? items : null;
  },
  serialize: (items) => items.join(","),
  eq: (a, b) => a.join(",") === b.join(","),
});

const searchText = createParser<string>({
  parse: (text) => (text.length <= 200 && text.isWellFormed() && !text.includes("\u0000") ? text : null),
  serialize: (text) => text,
});

const positive = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const columnList = createParser<ActivityColumn[]>({
  parse: (text) => {
    const columns = listOf(wordOf(activityColumns)).parse(text);
    return columns && fixedColumns.every((column) => columns.includes(column)) ? columns : null;
  },
  serialize: (columns) => columns.join(","),
  eq: (a, b) => a.join(",") === b.join(","),
});

/** `title:320`: a column's width in pixels. */
const widthItem = (item: string): `${ActivityColumn}:${number}` | null => {
  const [key, width, rest] = item.split(":");
  const column = wordOf(activityColumns)(key ?? "");
  const pixels = /^\d{2,4}$/.test(width ?? "") ? Number(width) : 0;
  return column && pixels >= 60 && pixels <= 800 && rest === undefined ? `${column}:${pixels}` : null;
};

const sizes = createParser<number>({
  parse: (text) => pageSizes.find((size) => String(size) === text) ?? null,
  serialize: String,
});

const pinned = createParser<number>({
  parse: (text) => (/^[0-3]$/.test(text) ? Number(text) : null),
  serialize: String,
});

const viewItem = createParser<string>({
  parse: (text) => (text === noView || idItem(text) !== null ? text : null),
  serialize: (text) => text,
});

export const listParsers = {
  q: searchText.withDefault(""),
  sort: sortList.withDefault([]),
  page: positive.withDefault(1),
  size: sizes.withDefault(25),
  period: listOf(codeItem),
  plan: listOf(idItem),
  stage: listOf(wordOf([...stages, "none"] as const)),
  status: listOf(wordOf([...statuses, "none"] as const)),
  schedule: listOf(wordOf([...schedules, "none"] as const)),
  state: listOf(codeItem),
  /** A member state that is proponent, co-proponent or implementing agency. */
  owner: listOf(codeItem),
  partner: listOf(codeItem),
  outcome: listOf(codeItem),
  priority: listOf(wordOf(priorityKinds)),
  /** What asks for attention, reckoned as the overview does. */
  signal: listOf(wordOf(signals)),
  sample: listOf(wordOf(["yes", "no"] as const)),
  cols: columnList.withDefault([...defaultColumns]),
  /** How many columns stay in sight when the table is scrolled sideways. */
  pin: pinned.withDefault(0),
  w: listOf(widthItem),
  density: parseAsStringLiteral(densities).withDefault("compact"),
  /** The facet whose choices are open. */
  facet: parseAsStringLiteral(facetNames),
  /** Whether the choice of columns is open. */
  menu: parseAsStringLiteral(["columns"] as const),
  /** The row that is being changed in place, without scripts. */
  edit: positive,
  /** The saved view that this state began with: it names it and decides nothing, the rest of the address is the state. */
  view: viewItem,
} as const;

export type ActivityListQuery = inferParserType<typeof listParsers>;
type ParamName = keyof typeof listParsers;

const paramNames = Object.keys(listParsers) as ParamName[];

/** Repeated names, as a form of check boxes sends them, are one list. */
function rawValue(params: URLSearchParams, name: string): string | null {
  const all = params.getAll(name);
  return all.length === 0 ? null : all.filter((value) => value !== "").join(",");
}

/** The names in this address that the table cannot read: unknown names and unreadable values. */
export function unreadableListParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const parser = paramNames.find((known) => known === name);
    if (!parser) return !name.startsWith("_");
    const raw = rawValue(params, name);
    return raw !== null && raw !== "" && listParsers[parser].parse(raw) === null;
  });
}

/** The table's state as the address says it; what is not said has its default. */
export function readListQuery(params: URLSearchParams): ActivityListQuery {
  const entries = paramNames.map((name) => {
    const raw = rawValue(params, name);
    const parser = listParsers[name];
    const fallback = "defaultValue" in parser ? parser.defaultValue : null;
    return [name, (raw === null || raw === "" ? null : parser.parse(raw)) ?? fallback];
  });
  return Object.fromEntries(entries) as ActivityListQuery;
}

const serialize = createSerializer(listParsers);

/** The address of the table in this state; defaults are left out, so that equal states have equal addresses. */
export function listHref(query: Partial<ActivityListQuery>): Route {
  return serialize("/activities", query) as Route;
}

/** The whole selection: without the place in it, and without what stands open on the page. */
export function wholeSelection(query: Partial<ActivityListQuery>): Partial<ActivityListQuery> {
  return { ...query, page: 1, facet: null, menu: null, edit: null };
}

/** What a view keeps of the list's state, as an address: all but the place in it. Equal states have equal texts. */
export function viewQuery(query: Partial<ActivityListQuery>): string {
  return listHref({ ...wholeSelection(query), view: null }).split("?")[1] ?? "";
}

/** The address of the list in the state that a view keeps. */
export function viewHref(view: { id: number; query: string }): Route {
  return listHref({ ...readListQuery(new URLSearchParams(view.query)), view: String(view.id) });
}

/** The widths that were chosen, in pixels; other columns are as wide as they need. */
export function columnWidths(query: Pick<ActivityListQuery, "w">): Partial<Record<ActivityColumn, number>> {
  return Object.fromEntries(query.w.map((item) => item.split(":")).map(([key, pixels]) => [key, Number(pixels)]));
}

/** The sort levels of a query, the strongest first. */
export function sortLevels(query: Pick<ActivityListQuery, "sort">): SortLevel[] {
  return query.sort.map((item) => {
    const [key, direction] = item.split(".") as [ActivityColumn, Direction];
    return { key, direction };
  });
}

/**
 * A click on a column's head: alone it sorts by this column (ascending, descending, off); with `add` it becomes, or turns,
 * a level of its own.
 */
export function toggleSort(query: ActivityListQuery, key: ActivityColumn, add: boolean): ActivityListQuery {
  const levels = sortLevels(query);
  const current = levels.find((level) => level.key === key);
  const next: SortLevel | null = !current
    ? { key, direction: "asc" }
    : current.direction === "asc"
      ? { key, direction: "desc" }
      : null;
  if (!add) return withSort(query, next ? [next] : []);
  if (!current) return withSort(query, [...levels, { key, direction: "asc" }]);
  return withSort(
    query,
    levels.flatMap((level) => (level.key === key ? (next ? [next] : []) : [level])),
  );
}

/** The query sorted by these levels, on its first page. */
export function withSort(query: ActivityListQuery, levels: readonly SortLevel[]): ActivityListQuery {
  return { ...query, page: 1, sort: levels.map(({ key, direction }) => `${key}.${direction}` as const) };
}
