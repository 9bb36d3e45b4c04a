import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { readAsOf } from "@/domain/as-of";
import { type ReportFormat, reportFormats } from "@/domain/report-model";
import { locales } from "@/domain/vocabulary";
import { confidentialityLabels, defaultSections, type ProgressSection, progressSections } from "./report-options";

/** A report's choices are its address: this one declaration serves the form, the preview, the links and the downloads. */

const matching = (pattern: RegExp) =>
  createParser<string>({ parse: (text) => (pattern.test(text) ? text : null), serialize: (text) => text });

/** Codes of periods and meetings, such as `CYCLE-2023` or `ADGSOM-4`. */
const code = matching(/^[A-Za-z][A-Za-z0-9._-]{0,59}$/);

/** A plan's id, or a period's code for all plans of that period. */
const planOrPeriod = matching(/^(?:[1-9]\d{0,8}|[A-Za-z][A-Za-z0-9._-]{0,59})$/);

/** A list of parts; one unknown name makes the whole unreadable, so that nothing is silently left out. */
const sections = createParser<ProgressSection[]>({
  parse: (text) => {
    const names = text.split(",").filter(Boolean);
    const known = progressSections.filter((section) => names.includes(section));
    return names.every((name) => known.some((section) => section === name)) ? known : null;
  },
  serialize: (names) => names.join(","),
  eq: (a, b) => a.join(",") === b.join(","),
});

const shared = {
  lang: parseAsStringLiteral(locales),
  label: parseAsStringLiteral(confidentialityLabels).withDefault("internal"),
} as const;

const matrixParsers = { plan: planOrPeriod, ...shared } as const;
const progressParsers = {
  state: matching(/^[A-Z]{2}$/),
  period: code,
  /** A meeting's code, or `none`; left out, the meeting that hears of this period. */
  meeting: code,
  sections: sections.withDefault([...defaultSections]),
  ...shared,
} as const;

const yearlyParsers = { period: code, ...shared } as const;
/** A past day or a meeting's code, as `asof` takes them. */
const moment = createParser<string>({ parse: (text) => (readAsOf(text) ? text : null), serialize: (text) => text });
const briefingParsers = { from: moment, to: moment, state: matching(/^[A-Z]{2}$/), ...shared } as const;
const chaseParsers = { state: matching(/^[A-Z]{2}$/), ...shared } as const;

/** The talking points of a partner need no choice but the language and the label. */
export type TalkingQuery = inferParserType<typeof shared>;
export type BriefingQuery = inferParserType<typeof briefingParsers>;
export type ChaseQuery = inferParserType<typeof chaseParsers>;
export type YearlyQuery = inferParserType<typeof yearlyParsers>;
export type MatrixQuery = inferParserType<typeof matrixParsers>;
export type ProgressQuery = inferParserType<typeof progressParsers>;

type Parsers = Readonly<Record<string, Reader>>;
type Reader = { parse: (text: string) => unknown; defaultValue?: unknown };

/** Repeated names, as a form of check boxes sends them, are one list. */
function rawValue(params: URLSearchParams, name: string): string | null {
  const all = params.getAll(name);
  return all.length === 0 ? null : all.filter((value) => value !== "").join(",");
}

/** Unknown names and unreadable values. */
function unreadable(params: URLSearchParams, parsers: Parsers, more: readonly string[] = []): string[] {
  const known: Partial<Record<string, Reader>> = parsers;
  return [...new Set(params.keys())].filter((name) => {
    if (more.includes(name)) return false;
    const parser = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!parser) return true;
    const raw = rawValue(params, name);
    return raw !== null && raw !== "" && parser.parse(raw) === null;
  });
}

function read(params: URLSearchParams, parsers: Parsers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<Reader>(parsers).map(([name, parser]) => {
      const raw = rawValue(params, name);
      // A form with every part switched off says so; a missing name has the default.
      const said = raw === null || (raw === "" && name !== "sections") ? null : parser.parse(raw);
      return [name, said ?? parser.defaultValue ?? null];
    }),
  );
}

/** The names in the address of the work plan matrix that cannot be read. */
export const unreadableMatrixParams = (params: URLSearchParams) => unreadable(params, matrixParsers);

/** The names in the address of the country progress report that cannot be read. */
export const unreadableProgressParams = (params: URLSearchParams) => unreadable(params, progressParsers);

/** The names in the address of the yearly progress that cannot be read. */
export const unreadableYearlyParams = (params: URLSearchParams) => unreadable(params, yearlyParsers);

/** The names in the address of a partner's talking points that cannot be read. */
export const unreadableTalkingParams = (params: URLSearchParams) => unreadable(params, shared);

/** The choices of a partner's talking points. */
export const readTalkingQuery = (params: URLSearchParams) => read(params, shared) as TalkingQuery;

/** The names in the address of a briefing that cannot be read. */
export const unreadableBriefingParams = (params: URLSearchParams) => unreadable(params, briefingParsers);

/** The choices of a briefing; without a second moment it is the present. */
export const readBriefingQuery = (params: URLSearchParams) => read(params, briefingParsers) as BriefingQuery;

/** The names in the address of the chase list that cannot be read. */
export const unreadableChaseParams = (params: URLSearchParams) => unreadable(params, chaseParsers);

/** The choices of the chase list. */
export const readChaseQuery = (params: URLSearchParams) => read(params, chaseParsers) as ChaseQuery;

/** The choices of the work plan matrix; what is not said has its default. */
export const readMatrixQuery = (params: URLSearchParams) => read(params, matrixParsers) as MatrixQuery;

/** The choices of the country progress report. */
export const readProgressQuery = (params: URLSearchParams) => read(params, progressParsers) as ProgressQuery;

/** The choices of the yearly progress. */
export const readYearlyQuery = (params: URLSearchParams) => read(params, yearlyParsers) as YearlyQuery;

/** The format that a download asks for; null when it is not one of ours, or not named. */
export function readFormat(params: URLSearchParams): ReportFormat | null {
  const named = params.getAll("format");
  return named.length === 1 ? (reportFormats.find((format) => format === named[0]) ?? null) : null;
}

const badFormat = (params: URLSearchParams) => (readFormat(params) ? [] : ["format"]);

/** The same for its download, which must name a format. */
export const unreadableMatrixExport = (params: URLSearchParams) => [
  ...badFormat(params),
  ...unreadable(params, matrixParsers, ["format"]),
];

/** The same for its download, which must name a format. */
export const unreadableProgressExport = (params: URLSearchParams) => [
  ...badFormat(params),
  ...unreadable(params, progressParsers, ["format"]),
];

/** The same for its download, which must name a format. */
export const unreadableYearlyExport = (params: URLSearchParams) => [
  ...badFormat(params),
  ...unreadable(params, yearlyParsers, ["format"]),
];

/** The same for its download, which must name a format. */
export const unreadableChaseExport = (params: URLSearchParams) => [
  ...badFormat(params),
  ...unreadable(params, chaseParsers, ["format"]),
];

/** The same for its download, which must name a format. */
export const unreadableBriefingExport = (params: URLSearchParams) => [
  ...badFormat(params),
  ...unreadable(params, briefingParsers, ["format"]),
];

/** The same for its download, which must name a format. */
export const unreadableTalkingExport = (params: URLSearchParams) => [
  ...badFormat(params),
  ...unreadable(params, shared, ["format"]),
];

const serializeShared = createSerializer(shared);
const serializeBriefing = createSerializer(briefingParsers);
const serializeChase = createSerializer(chaseParsers);
const serializeYearly = createSerializer(yearlyParsers);
const serializeMatrix = createSerializer(matrixParsers);
const serializeProgress = createSerializer(progressParsers);

const withFormat = (address: string, format: ReportFormat) =>
  `${address}${address.includes("?") ? "&" : "?"}format=${format}` as Route;

/** Where the talking points of a partner are downloaded. */
export const talkingExportHref = (partnerId: number, query: TalkingQuery, format: ReportFormat) =>
  withFormat(serializeShared(`/partners/${partnerId}/talking-points/export`, query), format);

/** Where these choices of a briefing are downloaded. */
export const briefingExportHref = (query: BriefingQuery, format: ReportFormat) =>
  withFormat(serializeBriefing("/meetings/compare/briefing/export", query), format);

/** Where these choices of the chase list of a plan are downloaded. */
export const chaseExportHref = (planId: number, query: ChaseQuery, format: ReportFormat) =>
  withFormat(serializeChase(`/plans/${planId}/states/chase/export`, query), format);

/** Where these choices of the matrix are downloaded. */
export const matrixExportHref = (query: MatrixQuery, format: ReportFormat) =>
  withFormat(serializeMatrix("/reports/work-plan/export", query), format);

/** Where these choices of the yearly progress are downloaded. */
export const yearlyExportHref = (query: YearlyQuery, format: ReportFormat) =>
  withFormat(serializeYearly("/reports/yearly-progress/export", query), format);

/** Where these choices of the country progress report are downloaded. */
export const progressExportHref = (query: ProgressQuery, format: ReportFormat) =>
  withFormat(serializeProgress("/reports/country-progress/export", query), format);
