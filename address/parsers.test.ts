import { describe, expect, it } from "vitest";
import {
  code,
  day,
  id,
  idText,
  listOf,
  moment,
  orderAfterClick,
  page,
  searchText,
  sortOrder,
  stateCode,
} from "./parsers";

const accepts = (parser: { parse: (text: string) => unknown }, text: string) => parser.parse(text) !== null;

describe("parsers", () => {
  it.each([
    [
      "a code",
      code,
      ["CYCLE-2023", "25-01", "2023", "ກອງປະຊຸມ-1", "a.b_c", "x".repeat(60)],
      ["-A", "a b", "x".repeat(61), "%", "a,b"],
    ],
    ["a member state", stateCode, ["LA"], ["la", "LAO", "L", "LA "]],
    ["a moment", moment, ["2024-02-29", "ADGMIN-3", "today"], ["2023-02-30", "0000-01-01", "a b", "-"]],
    [
      "a day",
      day,
      ["1967-08-08", "2024-02-29", "2099-12-31"],
      ["2023-02-29", "1966-12-31", "2100-01-01", "today", "2024-1-1"],
    ],
    ["an id", id, ["1", "999999999"], ["0", "-1", "01", "1.5", "1e3", "1000000000", "١"]],
    ["an id as text", idText, ["1"], ["0", "x"]],
    ["a page", page, ["1", "9999999"], ["0", "10000000", "x"]],
    ["a search", searchText, ["ດິຈິຕອນ", "%_\\", "a".repeat(200)], ["a".repeat(201), "\u0000", "\ud800"]],
  ] as const)("%s", (_kind, parser, good, bad) => {
    for (const text of good) expect(accepts(parser, text), text).toBe(true);
    for (const text of bad) expect(accepts(parser, text), text).toBe(false);
  });

  it("a list has unique items, at most forty, and no invalid one", () => {
    const words = listOf(code);
    expect(words.parse(["a,b", "a", "c"])).toEqual(["a", "b", "c"]);
    expect(words.parse(["a,,b"])).toBeNull();
    const many = Array.from({ length: 41 }, (_, index) => `c${index}`);
    expect(words.parse(many)).toBeNull();
    expect(words.parse(many.slice(1))).toHaveLength(40);
  });

  it("an order is a key and a direction, reversed by a second click on the column head", () => {
    const order = sortOrder(["name", "day"]);
    expect(order.parse("day.desc")).toEqual({ key: "day", direction: "desc" });
    for (const text of ["day", "day.up", "rank.asc", "day.asc.asc"]) expect(order.parse(text), text).toBeNull();
    const byName = { key: "name", direction: "asc" } as const;
    expect(orderAfterClick<"name" | "day">(byName, "name")).toEqual({ key: "name", direction: "desc" });
    expect(orderAfterClick<"name" | "day">({ ...byName, direction: "desc" }, "name")).toEqual(byName);
    expect(orderAfterClick<"name" | "day">(byName, "day")).toEqual({ key: "day", direction: "asc" });
  });
});
