import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { signals } from "@/domain/signals";
import { priorityKinds } from "@/domain/vocabulary";
import { type ActivityListQuery, activitiesAddress, activitiesExport } from "./list-address";
import { activityColumns, densities, facetNames, fixedColumns, pageSizes, printSize } from "./list-columns";
import { sortLevels, wholeSelection } from "./list-state";

const paramsOf = (href: string) => new URL(href, "http://own.invalid").searchParams;
const some = <T>(items: readonly T[]) => fc.uniqueArray(fc.constantFrom(...items), { maxLength: 6 });
const codes = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/), { maxLength: 5 });
const directions = ["asc", "desc"] as const;
const titles = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("ດິຈິຕອນ", "%_\\", "a&b=c#d?e", "a,b", "+ %2B", "ແຜນ ວຽກ"),
);

const anyQuery: fc.Arbitrary<ActivityListQuery> = fc.record({
  q: titles.filter((text) => text.length <= 200 && text.isWellFormed() && !text.includes("\u0000")),
  sort: some(activityColumns).chain((keys) =>
    fc
      .array(fc.constantFrom(...directions), { minLength: keys.length, maxLength: keys.length })
      .map((turns) => keys.map((key, place) => `${key}.${turns[place] ?? "asc"}` as const)),
  ),
  page: fc.integer({ min: 1, max: 9_999_999 }),
  size: fc.constantFrom(...pageSizes),
  period: codes,
  plan: fc.uniqueArray(fc.integer({ min: 1, max: 999_999_999 }).map(String), { maxLength: 5 }),
  stage: some([...stages, "none"] as const),
  status: some([...statuses, "none"] as const),
  schedule: some([...schedules, "none"] as const),
  state: codes,
  owner: codes,
  partner: codes,
  outcome: codes,
  priority: some(priorityKinds),
  signal: some(signals),
  sample: some(["yes", "no"] as const),
  cols: some(activityColumns).map((cols) => [...new Set([...cols, ...fixedColumns])]),
  pin: fc.integer({ min: 0, max: 3 }),
  w: some(activityColumns).chain((keys) =>
    fc
      .array(fc.integer({ min: 60, max: 800 }), { minLength: keys.length, maxLength: keys.length })
      .map((widths) => keys.map((key, place) => `${key}:${widths[place] ?? 60}` as const)),
  ),
  density: fc.constantFrom(...densities),
  facet: fc.option(fc.constantFrom(...facetNames)),
  menu: fc.constantFrom(null, "columns" as const),
  edit: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
  view: fc.option(fc.constantFrom("all", "1", "48")),
});

describe("the address of the list", () => {
  it("contains the whole state: parsing it returns the same", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const params = paramsOf(activitiesAddress.href(query));
        expect(activitiesAddress.unreadable(params)).toEqual([]);
        expect(activitiesAddress.read(params)).toEqual(query);
      }),
    );
  });

  it("is the same for equal states, and empty for the default", () => {
    const first = activitiesAddress.read(new URLSearchParams());
    expect(activitiesAddress.href(first)).toBe("/activities");
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(activitiesAddress.href(activitiesAddress.read(paramsOf(activitiesAddress.href(query))))).toBe(
          activitiesAddress.href(query),
        );
      }),
    );
  });

  it("reads the check boxes of a form as one list", () => {
    const query = activitiesAddress.read(
      new URLSearchParams("status=ongoing&status=none&cols=code&cols=title&w=&w=title:220"),
    );
    expect(query).toMatchObject({ status: ["ongoing", "none"], cols: ["code", "title"], w: ["title:220"] });
  });
});

describe("unreadable parameters are named", () => {
  it.each([
    ["sort=rank.asc", ["sort"]],
    ["sort=title", ["sort"]],
    ["sort=title.up", ["sort"]],
    ["sort=title.asc.desc", ["sort"]],
    ["sort=title.asc,rank.desc", ["sort"]],
    ["page=0", ["page"]],
    ["page=-1", ["page"]],
    ["page=1.5", ["page"]],
    ["page=1e3", ["page"]],
    ["page=99999999", ["page"]],
    ["page=1&page=2", ["page"]],
    ["size=26", ["size"]],
    ["size=025", ["size"]],
    ["status=started", ["status"]],
    ["status=ongoing,started", ["status"]],
    ["stage=Approved", ["stage"]],
    ["schedule=late", ["schedule"]],
    ["period=' or 1=1", ["period"]],
    ["plan=one", ["plan"]],
    ["priority=high", ["priority"]],
    ["sample=maybe", ["sample"]],
    ["cols=title", ["cols"]],
    ["cols=code,title,rank", ["cols"]],
    ["w=title:10", ["w"]],
    ["w=title:9999", ["w"]],
    ["pin=9", ["pin"]],
    ["density=tight", ["density"]],
    ["facet=colour", ["facet"]],
    ["edit=first", ["edit"]],
    [`q=${"a".repeat(201)}`, ["q"]],
    ["q=%00", ["q"]],
    ["filter=1", ["filter"]],
    ["__proto__=1&constructor=2", ["__proto__", "constructor"]],
    ["page=x&status=y&size=50", ["page", "status"]],
    ["q=a&q=b", ["q"]],
    ["_=1", ["_"]],
  ])("%s", (search, names) => {
    expect(activitiesAddress.unreadable(new URLSearchParams(search))).toEqual(names);
  });

  it("any address is read without an exception, and unlisted values are dropped", () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(activitiesAddress.parsers)), fc.string());
    const values = fc.oneof(fc.string({ unit: "binary" }), titles, fc.constantFrom("1", "none", "title.asc", "-1"));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 6 }), (pairs) => {
        const params = new URLSearchParams(pairs);
        const query = activitiesAddress.read(params);
        expect(sortLevels(query).every(({ key }) => activityColumns.includes(key))).toBe(true);
        expect([...pageSizes, printSize]).toContain(query.size);
        expect(Number.isSafeInteger(query.page) && query.page > 0).toBe(true);
        expect(new Set(params.keys())).toEqual(new Set([...params.keys(), ...activitiesAddress.unreadable(params)]));
      }),
    );
  });
});

const params = (address: string) => new URLSearchParams(address);

it("the download has the list's filters, order and columns, and no page", () => {
  const query = activitiesAddress.read(
    params("q=ດິຈິຕອນ&sort=status.desc,title.asc&stage=approved&cols=code,title,budget&page=3&size=50"),
  );
  const address = new URL(activitiesExport.href({ ...wholeSelection(query), format: "xlsx", lang: "lo" }), "http://x");
  expect(address.pathname).toBe("/activities/export");
  expect(activitiesExport.unreadable(address.searchParams)).toEqual([]);
  expect(activitiesExport.read(address.searchParams)).toEqual({ ...query, page: 1, format: "xlsx", lang: "lo" });
});

it.each([
  ["", ["format"]],
  ["format=pdf", ["format"]],
  ["format=csv&format=docx", ["format"]],
  ["format=csv&lang=fr", ["lang"]],
  ["format=csv&sort=nothing.asc&colour=red", ["sort", "colour"]],
  ["format=csv", []],
  ["format=docx&lang=en&state=LA&sort=title.asc", []],
])("for %j the download rejects %j", (address, names) => {
  expect(activitiesExport.unreadable(params(address))).toEqual(names);
});
