import type { Route } from "next";

/**
 * The address after sign-in: a path of this site, or the fallback. Refuses everything that a
 * browser could read as another site.
 */
export function safeNext(next: unknown, fallback: Route = "/"): Route {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /[\\\s\p{Cc}]/u.test(next)) return fallback;
  const base = "http://own.invalid";
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (!url || url.origin !== base || url.pathname.startsWith("/sign-in")) return fallback;
  // "/..//evil.example" is a path here, but browsers resolve it to "//evil.example", which is not.
  if (url.pathname.startsWith("//")) return fallback;
  return (url.pathname + url.search) as Route;
}
