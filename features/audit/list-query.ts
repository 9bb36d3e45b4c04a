import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { locales } from "@/domain/vocabulary";

/** The log's selection is its address: this one declaration serves the page, every link in it, and the export. */

const pattern = (allowed: RegExp) =>
  createParser<string>({ parse: (text) => (allowed.test(text) ? text : null), serialize: (text) => text });

const number = (digits: number) =>
  createParser<number>({
    parse: (text) => (/^[1-9]\d*$/.test(text) && text.length <= digits ? Number(text) : null),
    serialize: String,
  });

const day = createParser<string>({
  parse: (text) => {
    const date = /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
  },
  serialize: (text) => text,
});

const searchText = createParser<string>({
  parse: (text) => (text.length <= 100 && text.isWellFormed() && !text.includes("\u0000") ? text : null),
  serialize: (text) => text,
});

/** Who: an account's number, or `nobody` for the site itself and for visitors who were not signed in. */
const parsers = {
  person: pattern(/^([1-9]\d{0,8}|nobody)$/),
  action: pattern(/^[a-zA-Z_]{1,30}(\.[a-zA-Z_]{1,30})?$/),
  subject: pattern(/^[a-z_]{1,30}$/),
  id: number(9),
  from: day,
  to: day,
  q: searchText,
  /** The page begins with the rows before this one. */
  before: number(15),
} as const;

const exportFormats = ["csv", "xlsx"] as const;
const exportParsers = {
  format: parseAsStringLiteral(exportFormats),
  lang: parseAsStringLiteral(locales),
} as const;

export type AuditQuery = inferParserType<typeof parsers>;
export type AuditExportFormat = (typeof exportFormats)[number];
export type AuditExport = { query: AuditQuery } & inferParserType<typeof exportParsers>;

type Parsers = Record<string, { parse: (text: string) => unknown }>;

/** An empty field of the form is no filter. */
function readOne(known: Parsers, params: URLSearchParams, name: string): unknown {
  const text = params.get(name);
  return text ? (known[name]?.parse(text) ?? null) : null;
}

function unreadable(known: Parsers, params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    if (!Object.hasOwn(known, name)) return !name.startsWith("_");
    return params.getAll(name).length > 1 || (params.get(name) !== "" && readOne(known, params, name) === null);
  });
}

/** The selection as the address says it. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
  return Object.fromEntries(Object.keys(parsers).map((name) => [name, readOne(parsers, params, name)])) as AuditQuery;
}

/** The names in this address that the log cannot read; they are answered with 400. */
export function unreadableAuditParams(params: URLSearchParams): string[] {
  return unreadable(parsers, params);
}

/** The download as its address says it. */
export function readAuditExport(params: URLSearchParams): AuditExport {
  const format = exportParsers.format.parse(params.get("format") ?? "");
  const lang = exportParsers.lang.parse(params.get("lang") ?? "");
  return { query: readAuditQuery(params), format, lang };
}

/** The names in this address that cannot be read; a download names its format. */
export function unreadableAuditExport(params: URLSearchParams): string[] {
  const names = unreadable({ ...parsers, ...exportParsers }, params);
  return readAuditExport(params).format || names.includes("format") ? names : ["format", ...names];
}

const serialize = createSerializer(parsers);
const serializeExport = createSerializer({ ...parsers, ...exportParsers });

/** The address of the log in this selection. */
export function auditHref(query: Partial<AuditQuery>): Route {
  return serialize("/admin/audit", query) as Route;
}

/** Where the whole selection is downloaded. */
export function auditExportHref(query: AuditQuery, format: AuditExportFormat, lang: AuditExport["lang"]): Route {
  return serializeExport("/admin/audit/export", { ...query, before: null, format, lang }) as Route;
}

/** Is anything narrowed? */
export function isNarrowed(query: AuditQuery): boolean {
  return Object.entries(query).some(([name, value]) => name !== "before" && value !== null);
}
