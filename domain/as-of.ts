import { isCode } from "./codes";
import { isDay } from "./days";

/** `asof=` in an address: a past day, or a meeting's code for the register after that meeting. */
export type AsOfText = { day: string } | { meeting: string };

/** The value of `asof=` that asks for the present, even on a link from a page of the past. */
export const present = "today";

/**
 * The areas of the site that show the register: their lists, pages, charts and exports take
 * `asof=`.
 */
const areas =
  /^\/($|(activities|deadlines|meetings(?!\/compare)|partners|plans|reports|search)(\/|$)|api\/v1\/(?!openapi))/;

/** True for the pages that compare two moments: their own parameters name both. */
export const comparesMoments = (pathname: string): boolean => /^\/meetings\/compare(\/|$)/.test(pathname);

/** True if the page at this path takes `asof=`. */
export const takesAsOf = (pathname: string): boolean => areas.test(pathname);

/** @returns null where the text is neither a day (`isDay`) nor the code of a meeting */
export function readAsOf(text: string): AsOfText | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? { day: text } : null;
  return isCode(text) ? { meeting: text } : null;
}

/**
 * The request header in which the gate tells a page which moment it shows; empty for the present.
 */
export const asOfHeader = "x-as-of";

/** The value of `asOfHeader`. */
export function asOfText(asOf: { day: string; meeting: string | null } | undefined): string {
  return asOf ? `${asOf.day} ${encodeURIComponent(asOf.meeting ?? "")}` : "";
}

/**
 * Reads what `asOfText` wrote.
 * @returns null for the present
 */
export function shownMoment(text: string | null): { day: string; meeting: string | null } | null {
  const [day, meeting] = (text ?? "").split(" ");
  return day ? { day, meeting: decodeURIComponent(meeting ?? "") || null } : null;
}

/** Pages that show the register. API clients state the moment themselves. */
const isPageOfRegister = (pathname: string) => takesAsOf(pathname) && !pathname.startsWith("/api/");

/**
 * Where a link of a page of the past leads: to the same past, unless it names a moment itself.
 * @param to path and query of the link
 * @param from path and query of the page that it stands on
 * @returns null where `to` stays as it is
 */
export function inSameMoment(to: string, from: string): string | null {
  const [fromPath = "", fromSearch = ""] = from.split("?");
  const moment = new URLSearchParams(fromSearch).get("asof");
  if (!moment || moment === present || !isPageOfRegister(fromPath)) return null;
  const [address = "", fragment] = to.split("#");
  const [toPath = "", toSearch = ""] = address.split("?");
  const params = new URLSearchParams(toSearch);
  if (params.has("asof") || !isPageOfRegister(toPath)) return null;
  params.set("asof", moment);
  return `${toPath}?${params}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** The same address in the present. */
export function inPresent(path: string): string {
  const [pathname = "/", search = ""] = path.split("?");
  const params = new URLSearchParams(search);
  params.set("asof", present);
  return `${pathname}?${params}`;
}
