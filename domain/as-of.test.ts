import { expect, it } from "vitest";
import { readAsOf, takesAsOf } from "./as-of";

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
