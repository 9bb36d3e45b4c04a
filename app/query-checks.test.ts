import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parser } from "@/address/define-address";
import { schemaOf } from "@/address/schema-of";
import { examples, valuesOf } from "@/address/testing";
import { declaredAddresses, unreadableParams } from "./query-checks";

const paramsOf = (href: string) => new URL(href, "http://own.invalid").searchParams;
const seed = 20_261_130;

/** The common type of all addresses, with what the tests below need. */
type AnyAddress = {
  path: string;
  parsers: Readonly<Record<string, Parser>>;
  matches: (pathname: string) => boolean;
  read: (params: URLSearchParams) => Record<string, unknown>;
  unreadable: (params: URLSearchParams) => string[];
  href: (query: Record<string, unknown>, ids: Record<string, number>) => string;
};
const all = declaredAddresses.map((address) => address as unknown as AnyAddress);

describe.each(all.map((address) => [address.path, address] as const))("%s", (_path, address) => {
  const names = Object.entries(address.parsers);
  const required = Object.fromEntries(
    names.flatMap(([name, parser]) =>
      parser.type !== "family" && parser.isRequired ? [[name, String(examples(parser)[0])]] : [],
    ),
  );
  /** The names that the page refuses among these, with its required parameters added. */
  const refused = (pairs: [string, string][]) => {
    const missing = Object.entries(required).filter(([name]) => pairs.every(([given]) => given !== name));
    return address.unreadable(new URLSearchParams([...missing, ...pairs]));
  };
  /** The names as they occur in the address, each with the parser of its value. */
  const single = names.map(([name, parser]) =>
    parser.type === "family" ? ([`${name}.7`, parser.member] as const) : ([name, parser] as const),
  );

  it("writes its whole query into the address: reading it back gives the same", () => {
    const queries = fc.record(Object.fromEntries(names.map(([name, parser]) => [name, valuesOf(parser)])));
    fc.assert(
      fc.property(queries, (query) => {
        const href = address.href(query, { id: 12 });
        const { pathname, searchParams } = new URL(href, "http://own.invalid");
        expect(address.matches(pathname)).toBe(true);
        expect(address.unreadable(searchParams)).toEqual([]);
        expect(address.read(searchParams)).toEqual(query);
        expect(address.href(address.read(searchParams), { id: 12 })).toBe(href);
        expect(schemaOf(address).safeParse(query).success).toBe(true);
      }),
      { seed },
    );
  });

  it("joins repeated names of a list and refuses others", () => {
    for (const [name, parser] of single) {
      const text = examples(parser)[0] ?? "";
      expect(
        refused([
          [name, text],
          [name, text],
        ]),
        name,
      ).toEqual(parser.type === "multi" ? [] : [name]);
    }
  });

  it("treats an empty value as missing", () => {
    for (const [name, parser] of single) {
      if (parser.isRequired) continue;
      expect(refused([[name, ""]]), name).toEqual([]);
      const takesEmpty = parser.type === "multi" && parser.takesEmpty;
      if (!takesEmpty)
        expect(address.read(new URLSearchParams([[name, ""]]))).toEqual(address.read(new URLSearchParams()));
    }
  });

  it("refuses unknown names", () => {
    for (const name of ["nosuch", "__proto__", "constructor", "_x"]) expect(refused([[name, "1"]])).toEqual([name]);
  });

  it("accepts every code of the register where it accepts any", () => {
    const reads = (parser: Parser, text: string) =>
      parser.type === "multi" ? parser.parse([text]) !== null : parser.type !== "family" && parser.parse(text) !== null;
    for (const [name, parser] of single) {
      if (!reads(parser, "ADGMIN-3") || reads(parser, "a b")) continue;
      for (const code of ["CN-2023-2024", "ກອງປະຊຸມ-1", "2023-x", "x".repeat(60)])
        expect(refused([[name, code]])).toEqual([]);
      for (const none of ["-", "a b", "%", "x".repeat(61)]) expect(refused([[name, none]])).toEqual([name]);
    }
  });

  it("never throws, and reads any address as a valid query", () => {
    const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("1", "none", "title.asc", "-1", "a,b,,c"));
    const anyName = fc.oneof(fc.constantFrom(...single.map(([name]) => name)), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, anyText), { maxLength: 6 }), (pairs) => {
        const query = address.read(new URLSearchParams(pairs));
        expect(schemaOf(address).safeParse(query).success).toBe(true);
        expect(Array.isArray(address.unreadable(new URLSearchParams(pairs)))).toBe(true);
      }),
      { seed },
    );
  });
});

describe("the gate", () => {
  it("uses the declared address of a page, of which there is one per path", () => {
    expect(unreadableParams("/plans/7/states", paramsOf("/?state=LA&page=2"))).toEqual([]);
    expect(unreadableParams("/plans/7/states", paramsOf("/?page=none"))).toEqual(["page"]);
    expect(unreadableParams("/no/such/page", paramsOf("/?x=1"))).toEqual([]);
    for (const { path } of all) {
      const pathname = path.replace(/\[\w+\]/g, "12");
      expect(all.filter(({ matches }) => matches(pathname)).map((address) => address.path)).toEqual([path]);
    }
  });

  it("ignores Next's own parameter, and a single `asof` if the page can look back", () => {
    expect(unreadableParams("/plans/7/states", paramsOf("/?_rsc=abc&asof=2023-03-01"))).toEqual([]);
    expect(unreadableParams("/activities", paramsOf("/?asof=2023-03-01&asof=2023-03-02"))).toEqual(["asof"]);
    expect(unreadableParams("/settings", paramsOf("/?asof=2023-03-01"))).toEqual(["asof"]);
  });
});
