import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import {
  optionalDay,
  optionalPercent,
  optionalText,
  optionalUsd,
  optionalWhole,
  requiredText,
  requiredWhole,
  wholeOrNought,
} from "./form-fields";
import { parseInput } from "./parse-input";

const Text = z.object({ text: requiredText(5000), note: optionalText(10) });

function codesOf(input: unknown): unknown {
  try {
    return parseInput(Text, input);
  } catch (error) {
    return error instanceof AppError ? error.fields.map(({ field, code }) => [field, code]) : error;
  }
}

it("a line break counts once, as in the browser, and is stored as one character", () => {
  const typed = `${"a".repeat(4_961)}${"\nb".repeat(19)}`;
  expect(typed).toHaveLength(4_999);
  expect(codesOf({ text: typed.replaceAll("\n", "\r\n"), note: "" })).toEqual({ text: typed, note: null });
  expect(codesOf({ text: `${typed}cc`, note: "" })).toEqual([["text", "TOO_LONG"]]);
});

it.each(["\u200b", "\u2060", "\u3164", "\u2800", "\u00ad", "\u200e", " \u200b\n"])(
  "%j alone is an empty field",
  (mark) => {
    expect(codesOf({ text: mark, note: mark })).toEqual([["text", "REQUIRED"]]);
    expect(codesOf({ text: `${mark}a${mark}`, note: mark })).toEqual({ text: "a", note: null });
  },
);

describe("fields read digits of any script", () => {
  it.each([
    ["໑໒໕໐໐", "12500"],
    ["໑໒ ໕໐໐.໕໐", "12500.50"],
    ["๑๒๕๐๐", "12500"],
    ["12500", "12500"],
  ])("an amount: %s", (typed, amount) => {
    expect(optionalUsd.parse(typed)).toBe(amount);
  });

  it.each([
    ["໔໕", 45],
    ["໐", 0],
    ["໑໐໐", 100],
    ["４５", 45],
    [" 45 ", 45],
  ])("a percentage: %s", (typed, percent) => {
    expect(optionalPercent.parse(typed)).toBe(percent);
  });

  it.each([
    ["໒໐໒໔-໐໒-໒໙", "2024-02-29"],
    ["2024-02-29", "2024-02-29"],
  ])("a day: %s", (typed, day) => {
    expect(optionalDay.parse(typed)).toBe(day);
  });

  it("a number of days", () => {
    const bounds = { min: 1, max: 365 };
    expect(requiredWhole(bounds).parse("໓໐")).toBe(30);
    expect(optionalWhole(bounds).parse("໓໐")).toBe(30);
    expect(wholeOrNought(bounds).parse("໓໐")).toBe(30);
  });

  it("and refuse what is no number, or not in bounds", () => {
    expect(optionalPercent.safeParse("໑໐໑").success).toBe(false);
    expect(optionalPercent.safeParse("ສີ່").success).toBe(false);
    expect(optionalUsd.safeParse("໑.໒.໓").success).toBe(false);
    expect(optionalDay.safeParse("໒໐໒໓-໐໒-໒໙").success).toBe(false);
  });
});

describe("an empty field", () => {
  const bounds = { min: 0, max: 9 };

  it("is no number", () => {
    for (const empty of ["", "  ", undefined]) {
      expect(optionalWhole(bounds).parse(empty)).toBeNull();
      expect(wholeOrNought(bounds).parse(empty)).toBe(0);
      expect(requiredWhole(bounds).safeParse(empty).success).toBe(false);
    }
    expect(optionalWhole(bounds).parse(null)).toBeNull();
  });
});
