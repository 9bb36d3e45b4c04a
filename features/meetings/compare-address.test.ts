import { expect, it } from "vitest";
import { compareAddress, comparedHref } from "./compare-address";

const unreadable = (search: string) => compareAddress.unreadable(new URLSearchParams(search));

it("reads two moments and a member state", () => {
  expect(unreadable("from=ADGMIN-3&to=2024-02-02&state=LA")).toEqual([]);
  expect(unreadable("from=ADGMIN-3&to=today")).toEqual([]);
  expect(compareAddress.read(new URLSearchParams("from=ADGMIN-3&to=&state="))).toEqual({
    from: "ADGMIN-3",
    to: null,
    state: null,
  });
});

it("names unreadable parameters", () => {
  expect(unreadable("from=2023-02-30")).toEqual(["from"]);
  expect(unreadable("from=0000-01-01&to=0000-12-31")).toEqual(["from", "to"]);
  expect(unreadable("from=a b&to=-")).toEqual(["from", "to"]);
  expect(unreadable("from=ADGMIN-3&from=ADGMIN-4")).toEqual(["from"]);
  expect(unreadable("state=LAO&constructor=x")).toEqual(["state", "constructor"]);
});

it("links to an entry at a moment when it was in the register", () => {
  const [from, to] = [{ day: "2023-03-31" }, { day: "2023-06-30" }];
  expect(comparedHref({ id: 7, isThere: true }, { from, to: null })).toBe("/activities/7");
  expect(comparedHref({ id: 7, isThere: true }, { from, to })).toBe("/activities/7?asof=2023-06-30");
  expect(comparedHref({ id: 7, isThere: false }, { from, to })).toBe("/activities/7?asof=2023-03-31");
  expect(comparedHref({ id: 7, isThere: false }, { from, to: null })).toBe("/activities/7?asof=2023-03-31");
});
