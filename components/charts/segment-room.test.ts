import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { roomOf } from "./segment-room";

it("gives a segment its number from 24 and its glyph from 44 pixels", () => {
  expect(roomOf(100)).toEqual({ number: "48", glyph: "48" });
  expect(roomOf(50)).toEqual({ number: "48", glyph: "96" });
  expect(roomOf(10)).toEqual({ number: "240", glyph: "480" });
});

it("leaves out what no bar has room for", () => {
  expect(roomOf(1)).toEqual({ number: "none", glyph: "none" });
});

it("names only widths for which the style sheet has rules", () => {
  const css = readFileSync("components/charts/stacked-bars.css", "utf8");
  for (let percent = 1; percent <= 100; percent += 1) {
    const { number, glyph } = roomOf(percent);
    expect(css).toContain(`[data-from="${number}"]`);
    expect(css).toContain(`[data-from="${glyph}"]`);
  }
});
