import { describe, expect, it } from "vitest";
import { defineAddress } from "./define-address";
import { code, day, forEachRow, id, listOf, oneOf, page, searchText, sortOrder } from "./parsers";
import { schemaOf } from "./schema-of";

const address = defineAddress("/rows", {
  q: searchText.withDefault(""),
  state: listOf(code),
  from: day,
  sort: sortOrder(["name"]).withDefault({ key: "name", direction: "asc" }),
  page,
  do: forEachRow(oneOf(["carry"])),
});
const schema = schemaOf(address);
const nothing = address.read(new URLSearchParams());

describe("the schema of an address's query", () => {
  it("accepts the values that an address can hold", () => {
    for (const search of ["", "q=a%20b&state=LA,TH&from=2024-02-29&sort=name.desc&page=3&do.3=carry"]) {
      const query = address.read(new URLSearchParams(search));
      expect(schema.parse(query)).toEqual(query);
    }
  });

  it.each<[string, object]>([
    ["a page that is not a number", { page: "3" }],
    ["an invalid page", { page: 0 }],
    ["null despite a default", { page: null }],
    ["an invalid day", { from: "2024-02-30" }],
    ["a list that is text", { state: "LA" }],
    ["a text that is a list", { from: ["2024-02-29"] }],
    ["an item with a comma in it", { state: ["LA,TH"] }],
    ["an invalid item", { state: ["LA", "a b"] }],
    ["an unknown column", { sort: { key: "rank", direction: "asc" } }],
    ["a search that is too long", { q: "a".repeat(201) }],
    ["a search that is an object", { q: { toString: () => "a" } }],
    ["a family that is an object", { do: { 3: "carry" } }],
    ["a family with an unknown value", { do: new Map([[3, "drop"]]) }],
    ["a family with a text as id", { do: new Map([["3", "carry"]]) }],
    ["an unknown name", { colour: "red" }],
    ["a missing name", { q: undefined }],
  ])("refuses %s", (_what, change) => {
    expect(schema.safeParse({ ...nothing, ...change }).success).toBe(false);
  });

  it("refuses values that are not a query", () => {
    for (const value of [null, undefined, "", [], 3, {}]) expect(schema.safeParse(value).success).toBe(false);
  });

  it("can be extended with the ids of the path", () => {
    const planned = schema.extend({ planId: schemaOf(defineAddress("/x", { id })).shape.id });
    expect(planned.safeParse({ ...nothing, planId: 3 }).success).toBe(true);
    expect(planned.safeParse({ ...nothing, planId: "x" }).success).toBe(false);
  });
});
