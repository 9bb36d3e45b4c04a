import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { frameworks, locales } from "@/domain/vocabulary";

/** The matrix of lineage is its address: this one declaration serves the page, every link in it, and the export. */

const pattern = (allowed: RegExp) =>
  createParser<string>({ parse: (text) => (allowed.test(text) ? text : null), serialize: (text) => text });

export const lineageSorts = ["code", "title", "years"] as const;
export type LineageSort = (typeof lineageSorts)[number];
export type LineageOrder = { key: LineageSort; direction: "asc" | "desc" };

const byCode: LineageOrder = { key: "code", direction: "asc" };

const order = createParser<LineageOrder>({
  parse: (text) => {
    const [word, direction, rest] = text.split(".");
    const key = lineageSorts.find((sort) => sort === word);
    return key && rest === undefined && (direction === "asc" || direction === "desc") ? { key, direction } : null;
  },
  serialize: ({ key, direction }) => `${key}.${direction}`,
  eq: (a, b) => a.key === b.key && a.direction === b.direction,
});

const page = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const code = pattern(/^[A-Za-z][A-Za-z0-9._-]{0,59}$/);

const parsers = {
  framework: parseAsStringLiteral(frameworks),
  /** A partner's code. */
  partner: code,
  /** A Desired Outcome's code. */
  outcome: code,
  /** A member state that is proponent, co-proponent or implementing agency. */
  state: pattern(/^[A-Z]{2}$/),
  /** Also activities that stand in one plan only. */
  all: parseAsStringLiteral(["1"] as const),
  sort: order.withDefault(byCode),
  page: page.withDefault(1),
} as const;

const exportFormats = ["csv", "xlsx"] as const;
const exportParsers = { format: parseAsStringLiteral(exportFormats), lang: parseAsStringLiteral(locales) } as const;

export type LineageQuery = inferParserType<typeof parsers>;
export type LineageExportFormat = (typeof exportFormats)[number];

type Parsers = Record<string, { parse: (text: string) => unknown; defaultValue?: unknown }>;

/** An empty field of the form is no filter. */
function readOne(known: Parsers, params: URLSearchParams, name: string): unknown {
  const text = params.get(name);
  return (text ? known[name]?.parse(text) : null) ?? known[name]?.defaultValue ?? null;
}

function unreadable(known: Parsers, params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    if (!Object.hasOwn(known, name) || params.getAll(name).length > 1) return true;
    const text = params.get(name);
    return text !== "" && (known[name]?.parse(text ?? "") ?? null) === null;
  });
}

/** The selection as the address says it. */
export function readLineageQuery(params: URLSearchParams): LineageQuery {
  return Object.fromEntries(Object.keys(parsers).map((name) => [name, readOne(parsers, params, name)])) as LineageQuery;
}

/** The names in this address that cannot be read; they are answered with 400. */
export const unreadableLineage = (params: URLSearchParams) => unreadable(parsers, params);

/** The download as its address says it. */
export function readLineageExport(params: URLSearchParams) {
  const format = exportParsers.format.parse(params.get("format") ?? "");
  const lang = exportParsers.lang.parse(params.get("lang") ?? "");
  return { query: readLineageQuery(params), format, lang };
}

/** The same for the download, which must name a format. */
export function unreadableLineageExport(params: URLSearchParams): string[] {
  const names = unreadable({ ...parsers, ...exportParsers }, params);
  return readLineageExport(params).format || names.includes("format") ? names : ["format", ...names];
}

const serialize = createSerializer(parsers);
const serializeExport = createSerializer({ ...parsers, ...exportParsers });

/** The address of the matrix in this selection. */
export const lineageHref = (query: Partial<LineageQuery>) => serialize("/plans/lineage", query) as Route;

/** Where the whole selection is downloaded. */
export const lineageExportHref = (query: LineageQuery, format: LineageExportFormat, lang: "en" | "lo") =>
  serializeExport("/plans/lineage/export", { ...query, page: null, format, lang }) as Route;

/** The address in the order that a press on a column's head asks for. */
export function lineageSortHref(query: LineageQuery, key: LineageSort): Route {
  const isTurned = query.sort.key === key && query.sort.direction === "asc";
  return lineageHref({ ...query, page: 1, sort: { key, direction: isTurned ? "desc" : "asc" } });
}

/** Is anything narrowed? */
export function isNarrowed({ framework, partner, outcome, state }: LineageQuery): boolean {
  return [framework, partner, outcome, state].some((value) => value !== null);
}
