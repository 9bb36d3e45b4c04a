import { isCode } from "./codes";
import { isDay } from "./days";

/** `asof=` in an address: a past day, or the meeting after which the register is to be shown. */
export type AsOfText = { day: string } | { meeting: string };

/** As the address says that the present is meant, even from a page of the past. */
export const present = "today";

/** Areas of the site that show the register; their lists, pages, charts, counts and exports can be asked for a past moment. */
const areas = /^\/($|(activities|deadlines|meetings(?!\/compare)|partners|plans|reports)(\/|$)|api\/v1\/(?!openapi))/;

/** The pages that compare two moments, which their address names itself. */
export const comparesMoments = (pathname: string): boolean => /^\/meetings\/compare(\/|$)/.test(pathname);

/** Does this page take `asof=`? */
export const takesAsOf = (pathname: string): boolean => areas.test(pathname);

/** @returns null where the text is neither a day (`isDay`) nor the code of a meeting */
export function readAsOf(text: string): AsOfText | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? { day: text } : null;
  return isCode(text) ? { meeting: text } : null;
}

/** The request header in which the gate tells a page what moment it shows; empty for the present. */
export const asOfHeader = "x-as-of";

/** As `asOfHeader` holds it. */
export function asOfText(asOf: { day: string; meeting: string | null } | undefined): string {
  return asOf ? `${asOf.day} ${encodeURIComponent(asOf.meeting ?? "")}` : "";
}

/** What `asOfText` wrote; null for the present. */
export function shownMoment(text: string | null): { day: string; meeting: string | null } | null {
  const [day, meeting] = (text ?? "").split(" ");
  return day ? { day, meeting: decodeURIComponent(meeting ?? "") || null } : null;
}

/** The same address in the present. */
export function inPresent(path: string): string {
  const [pathname = "/", search = ""] = path.split("?");
  const params = new URLSearchParams(search);
  params.set("asof", present);
  return `${pathname}?${params}`;
}
