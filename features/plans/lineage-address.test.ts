import { describe, expect, it } from "vitest";
import { isNarrowed, lineageAddress, lineageExport, lineageSortHref } from "./lineage-address";

const read = (search: string) => lineageAddress.read(new URLSearchParams(search));
const first = { framework: null, partner: null, outcome: null, state: null, all: null, page: 1 };

describe("the matrix of lineage", () => {
  it("formats what it parses", () => {
    expect(read("")).toEqual({ ...first, sort: { key: "code", direction: "asc" } });
    const query = read("framework=partner&partner=CN&outcome=ADM2025-DO2&state=LA&all=1&sort=years.desc&page=3");
    expect(query).toMatchObject({ partner: "CN", all: "1", sort: { key: "years", direction: "desc" }, page: 3 });
    expect(lineageAddress.read(new URLSearchParams(lineageAddress.href(query).split("?")[1]))).toEqual(query);
    expect(lineageAddress.href(read("page=1&sort=code.asc"))).toBe("/plans/lineage");
    expect([isNarrowed(query), isNarrowed(read("all=1&sort=title.asc"))]).toEqual([true, false]);
  });

  it("reads empty form fields as no filter, and rejects unknown parameters", () => {
    expect(lineageAddress.unreadable(new URLSearchParams("framework=&partner=&state=&all="))).toEqual([]);
    const wrong = "framework=moon&partner=-&state=laos&all=yes&sort=code.up&page=0&x=1&outcome=a&outcome=b";
    expect(lineageAddress.unreadable(new URLSearchParams(wrong)).sort()).toEqual(
      ["all", "framework", "outcome", "page", "partner", "sort", "state", "x"].sort(),
    );
  });

  it("reverses the order on a second click, from the first page", () => {
    expect(lineageSortHref(read("page=4"), "code")).toBe("/plans/lineage?sort=code.desc");
    expect(lineageSortHref(read("sort=title.desc&page=4"), "title")).toBe("/plans/lineage?sort=title.asc");
  });

  it("requires a format for a download, and ignores the page", () => {
    const href = lineageExport.href({ ...read("state=LA"), format: "xlsx", lang: "lo" });
    const params = new URLSearchParams(href.split("?")[1]);
    expect(lineageExport.read(params)).toMatchObject({ format: "xlsx", lang: "lo", state: "LA", page: 1 });
    expect(lineageExport.unreadable(params)).toEqual([]);
    expect(lineageExport.unreadable(new URLSearchParams("state=LA"))).toEqual(["format"]);
    expect(lineageExport.unreadable(new URLSearchParams("format=docx"))).toEqual(["format"]);
  });
});
