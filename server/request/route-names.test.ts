import { expect, test } from "vitest";
import { routeNamer } from "./route-names";

const nameOf = routeNamer({
  staticRoutes: [{ page: "/" }, { page: "/activities" }, { page: "/activities/new" }],
  dynamicRoutes: [
    { page: "/activities/[id]", regex: "^/activities/([^/]+?)(?:/)?$" },
    { page: "/invite/[token]", regex: "^/invite/([^/]+?)(?:/)?$" },
  ],
});

test.each([
  ["/", "/"],
  ["/activities?q=secret", "/activities"],
  ["/activities/new", "/activities/new"],
  ["/activities/12?x=1", "/activities/[id]"],
  ["/invite/a-secret", "/invite/[token]"],
  ["/_next/static/chunks/a.js", "static"],
  ["/wp-login.php", "unknown"],
])("%s belongs to the route %s", (url, route) => {
  expect(nameOf(url)).toBe(route);
});
