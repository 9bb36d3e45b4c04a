import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

type Routes = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] };

/**
 * The name of the route that an address leads to, such as `/activities/[id]`: a log or a measure by
 * address would grow without end, and some addresses are secrets.
 * @param routes as Next's build lists them
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

/**
 * The routes of the build that is being served; none where there is no build, as in development.
 */
export function builtRoutes(): Routes {
  try {
    return JSON.parse(readFileSync(path.join(process.cwd(), ".next", "routes-manifest.json"), "utf8"));
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
