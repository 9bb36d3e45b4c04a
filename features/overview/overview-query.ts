import type { Route } from "next";

/** The overview's address: `?period=CODE`; without it, the current cycle. */

const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** The names in this address that the overview cannot read. */
export function unreadableOverviewParams(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    if (name.startsWith("_") || name === "saved") return false;
    const values = params.getAll(name);
    return name !== "period" || values.length !== 1 || !(values[0] === "" || code.test(values[0] ?? ""));
  });
}

/** The period that the address names, or none. */
export function readOverviewQuery(params: URLSearchParams): { period: string | null } {
  return { period: params.get("period") || null };
}

/** The overview of that period. */
export function overviewHref(period: string): Route {
  return `/?period=${encodeURIComponent(period)}` as Route;
}
