import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { ruleKinds } from "@/domain/deadline-rules";
import { deadlineStates } from "@/domain/milestones";

/** The list of deadlines is its address: this one declaration serves the page and every link in it. */

export const deadlineKinds = ["milestone", "meeting", ...ruleKinds] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const deadlineSorts = ["day", "title", "of"] as const;
export type DeadlineSort = (typeof deadlineSorts)[number];
export type DeadlineOrder = { key: DeadlineSort; direction: "asc" | "desc" };

const byDay: DeadlineOrder = { key: "day", direction: "asc" };

const order = createParser<DeadlineOrder>({
  parse: (text) => {
    const [word, direction, rest] = text.split(".");
    const key = deadlineSorts.find((sort) => sort === word);
    return key && rest === undefined && (direction === "asc" || direction === "desc") ? { key, direction } : null;
  },
  serialize: ({ key, direction }) => `${key}.${direction}`,
  eq: (a, b) => a.key === b.key && a.direction === b.direction,
});

const page = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const day = createParser<string>({ parse: (text) => (isDay(text) ? text : null), serialize: (text) => text });

function isDay(text: string): boolean {
  const time = /^(19|20)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const parsers = {
  kind: parseAsStringLiteral(deadlineKinds),
  /** `open` and `late` alone; without it both, with `done` what is over. */
  state: parseAsStringLiteral(deadlineStates),
  from: day,
  to: day,
  sort: order.withDefault(byDay),
  page: page.withDefault(1),
} as const;

export type DeadlinesQuery = inferParserType<typeof parsers>;

type Parsers = Record<string, { parse: (text: string) => unknown; defaultValue?: unknown }>;
const known: Parsers = parsers;

/** The selection as the address says it; an empty field of the form is no filter. */
export function readDeadlinesQuery(params: URLSearchParams): DeadlinesQuery {
  const readOne = (name: string) => {
    const text = params.get(name);
    return (text ? known[name]?.parse(text) : null) ?? known[name]?.defaultValue ?? null;
  };
  return Object.fromEntries(Object.keys(parsers).map((name) => [name, readOne(name)])) as DeadlinesQuery;
}

/** The names in this address that cannot be read; they are answered with 400. */
export function unreadableDeadlines(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    if (!Object.hasOwn(known, name) || params.getAll(name).length > 1) return true;
    const text = params.get(name);
    return text !== "" && (known[name]?.parse(text ?? "") ?? null) === null;
  });
}

const serialize = createSerializer(parsers);

/** The address of the list in this selection. */
export const deadlinesHref = (query: Partial<DeadlinesQuery>) => serialize("/deadlines", query) as Route;

/** The address in the order that a press on a column's head asks for. */
export function deadlinesSortHref(query: DeadlinesQuery, key: DeadlineSort): Route {
  const isTurned = query.sort.key === key && query.sort.direction === "asc";
  return deadlinesHref({ ...query, page: 1, sort: { key, direction: isTurned ? "desc" : "asc" } });
}

/** Is anything narrowed? */
export function isNarrowed({ kind, state, from, to }: DeadlinesQuery): boolean {
  return [kind, state, from, to].some((value) => value !== null);
}
