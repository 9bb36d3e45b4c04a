import type { Route } from "next";
import { type ReportFormat, reportFormats } from "@/domain/report-model";
import { type Locale, locales } from "@/domain/vocabulary";
import { type ActivityListQuery, listHref, readListQuery, unreadableListParams, wholeSelection } from "./list-query";

/** What a download of the list is asked: the list's own address, the format, and the language of the file. */
export type ActivityExport = { query: ActivityListQuery; format: ReportFormat | null; lang: Locale | null };

const once = <T extends string>(params: URLSearchParams, name: string, words: readonly T[]): T | null => {
  const said = params.getAll(name);
  return said.length === 1 ? (words.find((word) => word === said[0]) ?? null) : null;
};

/** The list's own part of the address. */
function listParams(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => name !== "format" && name !== "lang"));
}

/** The download as its address says it. */
export function readExport(params: URLSearchParams): ActivityExport {
  return {
    query: readListQuery(listParams(params)),
    format: once(params, "format", reportFormats),
    lang: once(params, "lang", locales),
  };
}

/** The names in this address that cannot be read; a download names its format. */
export function unreadableExportParams(params: URLSearchParams): string[] {
  const { format, lang } = readExport(params);
  return [
    ...(format ? [] : ["format"]),
    ...(lang || !params.has("lang") ? [] : ["lang"]),
    ...unreadableListParams(listParams(params)),
  ];
}

/** Where the whole selection of this list is downloaded. */
export function exportHref(query: ActivityListQuery, format: ReportFormat, lang: Locale): Route {
  const params = new URLSearchParams(listHref(wholeSelection(query)).split("?")[1]);
  params.set("format", format);
  params.set("lang", lang);
  return `/activities/export?${params}` as Route;
}
