import { expect, it } from "vitest";
import { readCompareQuery, unreadableCompareParams } from "./compare-query";

const unreadable = (search: string) => unreadableCompareParams(new URLSearchParams(search));

it("reads two moments and a member state", () => {
  expect(unreadable("from=ADGMIN-3&to=2024-02-02&state=LA")).toEqual([]);
  expect(unreadable("from=ADGMIN-3&to=today")).toEqual([]);
  expect(readCompareQuery(new URLSearchParams("from=ADGMIN-3&to=&state="))).toEqual({
    ...{ from: "ADGMIN-3", to: null, state: null },
  });
});

it("names what it cannot read", () => {
  expect(unreadable("from=2023-02-30")).toEqual(["from"]);
  expect(unreadable("from=a b&to=-")).toEqual(["from", "to"]);
  expect(unreadable("from=ADGMIN-3&from=ADGMIN-4")).toEqual(["from"]);
  expect(unreadable("state=LAO&constructor=x")).toEqual(["state", "constructor"]);
});
