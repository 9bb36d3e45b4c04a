import { expect, it } from "vitest";
import { inSameMoment, readAsOf, takesAsOf } from "./as-of";

it("reads a day that exists", () => {
  for (const day of ["2024-02-29", "1967-01-01", "2999-01-01"]) expect(readAsOf(day)).toEqual({ day });
  for (const text of ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "0000-01-01", "1966-12-31"]) {
    expect(readAsOf(text) ?? {}, text).not.toHaveProperty("day");
  }
});

it("takes anything else for a meeting's code, as far as it could be one", () => {
  expect(readAsOf("ADGSOM-4")).toEqual({ meeting: "ADGSOM-4" });
  expect(readAsOf("ກອງປະຊຸມ-4")).toEqual({ meeting: "ກອງປະຊຸມ-4" });
  for (const text of ["", "2023-02-30", "0000-01-01", "0001-01-01", "a b", "-4", "x'--", "a".repeat(61), "x\u0000"]) {
    expect(readAsOf(text), JSON.stringify(text)).toBeNull();
  }
});

it("is for the pages that show the register", () => {
  for (const path of [
    "/",
    "/activities",
    "/activities/7/history",
    "/deadlines",
    "/plans/lineage/export",
    "/search",
    "/api/v1/entries",
  ]) {
    expect(takesAsOf(path), path).toBe(true);
  }
  for (const path of [
    "/meetings/compare",
    "/settings",
    "/admin/audit",
    "/sign-in",
    "/activitiesx",
    "/api/v1/openapi.json",
    "/mentions",
  ]) {
    expect(takesAsOf(path), path).toBe(false);
  }
});

it("leads from a page of the past to the same past", () => {
  const from = "/activities?sort=title.asc&asof=ADGSOM-4";
  expect(inSameMoment("/plans/3?count=approved", from)).toBe("/plans/3?count=approved&asof=ADGSOM-4");
  expect(inSameMoment("/activities/7#updates", from)).toBe("/activities/7?asof=ADGSOM-4#updates");
  expect(inSameMoment("/", "/?asof=2024-01-01")).toBe("/?asof=2024-01-01");
});

it("leaves a link that names its moment, and every link of the present", () => {
  expect(inSameMoment("/activities?asof=2024-01-01", "/?asof=ADGSOM-4")).toBeNull();
  expect(inSameMoment("/activities?asof=today", "/?asof=ADGSOM-4")).toBeNull();
  for (const from of ["/activities", "/activities?asof=today", "/activities?asof=", "/settings?asof=ADGSOM-4"])
    expect(inSameMoment("/plans", from), from).toBeNull();
});

it("keeps the past to the pages that show it", () => {
  for (const to of ["/settings", "/meetings/compare?from=ADGMIN-3", "/api/v1/entries", "https://a.example/"])
    expect(inSameMoment(to, "/?asof=ADGSOM-4"), to).toBeNull();
});
