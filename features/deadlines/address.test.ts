import { describe, expect, it } from "vitest";
import { deadlineKinds, deadlinesAddress, deadlinesSortHref, isNarrowed } from "./address";

const params = (search: string) => new URLSearchParams(search);

describe("the address of the deadlines", () => {
  it("formats what it parses", () => {
    const href = "/deadlines?kind=completion_report&state=late&from=2024-01-01&to=2024-12-31&sort=of.desc&page=2";
    expect(deadlinesAddress.href(deadlinesAddress.read(params(href.split("?")[1] ?? "")))).toBe(href);
    expect(deadlinesAddress.href(deadlinesAddress.read(params("")))).toBe("/deadlines");
    for (const kind of deadlineKinds) expect(deadlinesAddress.read(params(`kind=${kind}`)).kind).toBe(kind);
  });

  it("reads an empty field as no filter", () => {
    expect(deadlinesAddress.unreadable(params("kind=&from=&to="))).toEqual([]);
    expect(isNarrowed(deadlinesAddress.read(params("kind=&from=&to=")))).toBe(false);
    expect(isNarrowed(deadlinesAddress.read(params("from=2024-01-01")))).toBe(true);
  });

  it.each([
    ["kind=party", "kind"],
    ["state=lost", "state"],
    ["from=2024-02-30", "from"],
    ["to=tomorrow", "to"],
    ["sort=rank.asc", "sort"],
    ["sort=day", "sort"],
    ["page=0", "page"],
    ["page=1&page=2", "page"],
    ["colour=red", "colour"],
  ])("%s is rejected", (search, name) => {
    expect(deadlinesAddress.unreadable(params(search))).toEqual([name]);
  });

  it("reverses the order on a second click, and goes to the first page", () => {
    const query = deadlinesAddress.read(params("page=3"));
    expect(deadlinesSortHref(query, "day")).toBe("/deadlines?sort=day.desc");
    expect(deadlinesSortHref(query, "of")).toBe("/deadlines?sort=of.asc");
  });
});
