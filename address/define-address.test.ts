import { describe, expect, it } from "vitest";
import { defineAddress } from "./define-address";
import { exportOf } from "./export-of";
import { forEachRow, id, listOf, oneOf, page, searchText } from "./parsers";

const params = (search: string) => new URLSearchParams(search);

const address = defineAddress("/plans/[id]/rows/[rowId]", {
  q: searchText.withDefault(""),
  state: listOf(oneOf(["open", "late"])),
  parts: { ...listOf(oneOf(["head", "foot"])).withDefault(["head"]), takesEmpty: true as const },
  item: id,
  page,
  do: forEachRow(oneOf(["carry", "drop"])),
});
const nothing = { q: "", state: [], parts: ["head"], item: null, page: 1, do: new Map() };

describe("the values of an address", () => {
  it("are the default, or null, if absent", () => {
    expect(address.read(params(""))).toEqual(nothing);
    expect(address.unreadable(params(""))).toEqual([]);
  });

  it("may be repeated only for a list", () => {
    expect(address.read(params("state=open&state=late,open")).state).toEqual(["open", "late"]);
    expect(address.unreadable(params("state=open&state=late&item=1&item=2&q=a&q=a&do.3=drop&do.3=drop"))).toEqual([
      "item",
      "q",
      "do.3",
    ]);
  });

  it("count as absent if empty, unless the parser accepts an empty text", () => {
    const empty = params("q=&state=&state=&item=&page=&do.3=");
    expect(address.unreadable(empty)).toEqual([]);
    expect(address.read(empty)).toEqual(nothing);
    expect(address.read(params("state=&state=late")).state).toEqual(["late"]);
    expect(address.unreadable(params("item=&item=4"))).toEqual(["item"]);
    expect(address.read(params("parts=")).parts).toEqual([]);
    expect(address.href({ parts: [] }, { id: 7, rowId: 8 })).toBe("/plans/7/rows/8?parts=");
  });

  it("are refused by name if the name is unknown or the value unreadable", () => {
    const wrong =
      "x=1&__proto__=1&constructor=&_y=1&state=open,soon&page=0&do=drop&do.x=drop&do.0=drop&into.3=1&do.3=go";
    expect(address.unreadable(params(wrong))).toEqual(wrong.split("&").map((part) => part.split("=")[0]));
  });

  it("are a map of ids for a family of names, in the order of the address", () => {
    const { do: chosen } = address.read(params("do.12=drop&do.3=carry&do.4=&do.5=go"));
    expect([...chosen]).toEqual([
      [12, "drop"],
      [3, "carry"],
    ]);
    expect(address.href({ do: chosen }, { id: 1, rowId: 2 })).toBe("/plans/1/rows/2?do.12=drop&do.3=carry");
  });
});

describe("the path of an address", () => {
  it("matches its page with ids filled in, and no other page", () => {
    expect(address.matches("/plans/12/rows/3")).toBe(true);
    for (const other of ["/plans/12/rows", "/plans/12/rows/3/more", "/plans/new/rows/3", "/x/plans/12/rows/3"])
      expect(address.matches(other), other).toBe(false);
  });

  it("requires its ids by type", () => {
    const list = defineAddress("/plans", { page });
    expect(list.href({ page: 2 })).toBe("/plans?page=2");
    expect(list.href({ page: 1 })).toBe("/plans");
    expect(list.matches("/plans")).toBe(true);
  });
});

describe("the address of a download", () => {
  const download = exportOf(address, ["csv", "xlsx"]);

  it("is that of its page with a format, which must be given once", () => {
    expect(download.path).toBe("/plans/[id]/rows/[rowId]/export");
    const href = download.href({ q: "a", format: "csv", lang: "lo" }, { id: 7, rowId: 8 });
    expect(href).toBe("/plans/7/rows/8/export?q=a&format=csv&lang=lo");
    expect(download.unreadable(params("q=a&format=csv"))).toEqual([]);
    for (const search of ["", "format=", "format=docx", "format=csv&format=xlsx", "format=&format=csv"])
      expect(download.unreadable(params(search)), search).toEqual(["format"]);
    expect(download.unreadable(params("lang=fr&x=1"))).toEqual(["format", "lang", "x"]);
    expect(address.unreadable(params("format=csv"))).toEqual(["format"]);
  });
});

describe("the filters of a list", () => {
  const list = defineAddress("/rows", { state: listOf(oneOf(["open", "late"])), page }, ["state"]);

  it("are left out and named if they cannot be read, while other names are refused", () => {
    const search = params("state=foo&page=none&colour=red");
    expect(list.read(search).state).toEqual([]);
    expect(list.leftOut(search)).toEqual(["state=foo"]);
    expect(list.refused(search)).toEqual(["page", "colour"]);
  });

  it("are refused in a download, which cannot say what it left out", () => {
    const download = exportOf(list, ["csv"]);
    expect(download.refused(params("state=foo&format=csv&lang=en"))).toEqual(["state"]);
  });
});
