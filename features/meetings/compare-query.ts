import type { Route } from "next";
import { present, readAsOf } from "@/domain/as-of";

/** What is compared, as the address says it: two moments (a meeting's code, a day, the second also `today`), and one member state or all. */
export type CompareQuery = { from: string | null; to: string | null; state: string | null };

const readable: Readonly<Record<string, (text: string) => boolean>> = {
  from: (text) => text === "" || readAsOf(text) !== null,
  to: (text) => text === "" || text === present || readAsOf(text) !== null,
  state: (text) => text === "" || /^[A-Z]{2}$/.test(text),
};

/** The names in this address that the page cannot read. */
export function unreadableCompareParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const all = params.getAll(name);
    return all.length > 1 || !(Object.hasOwn(readable, name) && readable[name]?.(all[0] ?? ""));
  });
}

/** The page's state as the address says it; nothing said of a moment leaves the choice to the page. */
export function readCompareQuery(params: URLSearchParams): CompareQuery {
  const said = (name: string) => params.get(name) || null;
  return { from: said("from"), to: said("to"), state: said("state") };
}

function searchOf({ from, to, state }: CompareQuery): string {
  return String(new URLSearchParams({ from: from ?? "", to: to ?? "", ...(state ? { state } : {}) }));
}

/** The address of the comparison. */
export const compareHref = (query: CompareQuery): Route => `/meetings/compare?${searchOf(query)}` as Route;

/** The address of the briefing on the same two moments. */
export const briefingHref = (query: CompareQuery): Route => `/meetings/compare/briefing?${searchOf(query)}` as Route;

/**
 * Where a compared entry is opened: as it stood when the comparison ends, and what the register no longer held then as it stood at its
 * beginning. Only the present needs no moment: what is there on a past day may have been removed since.
 */
export function comparedHref(
  { id, isThere }: { id: number; isThere: boolean },
  { from, to }: { from: { day: string }; to: { day: string } | null },
): Route {
  const moment = isThere ? to : from;
  return `/activities/${id}${moment ? `?asof=${moment.day}` : ""}` as Route;
}
