import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

type Routes = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] };

/**
 * Returns a function from an address to the name of its route, such as `/activities/[id]`. Logs and
 * metrics use the name: the number of addresses is unlimited, and some contain secrets.
 * @param routes as listed by Next's build
 */
export function routeNamer(routes: Routes): (url: string) => string {
  const fixed = new Set(routes.staticRoutes.map(({ page }) => page));
  const patterns = routes.dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (url) => {
    const [pathname = "/"] = url.split("?");
    if (pathname.startsWith("/_next/static/") || pathname === "/icon.svg") return "static";
    if (fixed.has(pathname)) return pathname;
    return patterns.find(({ regex }) => regex.test(pathname))?.page ?? "unknown";
  };
}

/** The routes of the served build; empty if there is no build, as in development. */
export function builtRoutes(): Routes {
  try {
    return JSON.parse(readFileSync(path.join(process.cwd(), ".next", "routes-manifest.json"), "utf8"));
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
