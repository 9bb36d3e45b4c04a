import { describe, expect, it } from "vitest";
import { isOver, knownValidity } from "./validity";

const unknown = { validFrom: null, fromPrecision: "unknown", validTo: null, toPrecision: "unknown" } as const;

describe("a validity", () => {
  it("of years or months alone begins with their first day and ends with their last", () => {
    const years = {
      validFrom: "2024-05-06",
      fromPrecision: "year",
      validTo: "2029-05-06",
      toPrecision: "year",
    } as const;
    expect(knownValidity(years)).toEqual({ ...years, validFrom: "2024-01-01", validTo: "2029-12-31" });
    const months = {
      validFrom: "2024-02-06",
      fromPrecision: "month",
      validTo: "2024-02-06",
      toPrecision: "month",
    } as const;
    expect(knownValidity(months)).toEqual({ ...months, validFrom: "2024-02-01", validTo: "2024-02-29" });
    const december = { ...unknown, validTo: "2023-12-05", toPrecision: "month" } as const;
    expect(knownValidity(december).validTo).toBe("2023-12-31");
  });

  it("without a day is unknown, and with one it is exact where nothing else is said", () => {
    expect(knownValidity({ ...unknown, fromPrecision: "year", toPrecision: "exact" })).toEqual(unknown);
    expect(knownValidity({ ...unknown, validFrom: "2024-05-06" })).toEqual({
      ...unknown,
      validFrom: "2024-05-06",
      fromPrecision: "exact",
    });
  });

  it("is over after its last day, never where the end is not known", () => {
    expect(isOver({ validTo: "2029-12-31" }, "2029-12-31")).toBe(false);
    expect(isOver({ validTo: "2029-12-31" }, "2030-01-01")).toBe(true);
    expect(isOver({ validTo: null }, "2100-01-01")).toBe(false);
  });
});
