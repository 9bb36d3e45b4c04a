import { expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import { optionalText, requiredText } from "./form-fields";
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
