import { expect, it } from "vitest";
import { hrefInPast } from "./read-as-of";

const host = "tracker.example";

function hrefAfter(from: string | null, to: string, method = "GET") {
  const headers = new Headers({ host, ...(from === null ? {} : { referer: from }) });
  return hrefInPast({ method, headers, nextUrl: new URL(to, `https://${host}`) as never });
}

const past = `https://${host}/activities?asof=ADGSOM-4&sort=title.asc`;

it("leads from a page that looks back to the same past, also for requests of a part of the page", () => {
  expect(hrefAfter(past, "/plans/3?count=approved")).toBe("/plans/3?count=approved&asof=ADGSOM-4");
  expect(hrefAfter(past, "/activities?_rsc=abc&page=2")).toBe("/activities?page=2&asof=ADGSOM-4");
});

it("leaves an address that names its own moment, comes from elsewhere or is typed", () => {
  expect(hrefAfter(past, "/activities?asof=2024-01-01")).toBeNull();
  expect(hrefAfter(past, "/activities?asof=today")).toBeNull();
  expect(hrefAfter(null, "/activities")).toBeNull();
  expect(hrefAfter("https://other.example/activities?asof=ADGSOM-4", "/activities")).toBeNull();
  expect(hrefAfter(`https://${host}/activities?asof=today`, "/activities")).toBeNull();
  expect(hrefAfter("no address", "/activities")).toBeNull();
});

it("applies only to pages of the register and to GET", () => {
  expect(hrefAfter(past, "/settings")).toBeNull();
  expect(hrefAfter(past, "/meetings/compare?from=ADGMIN-3")).toBeNull();
  expect(hrefAfter(past, "/api/v1/entries")).toBeNull();
  expect(hrefAfter(past, "/activities", "POST")).toBeNull();
});
