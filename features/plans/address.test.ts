import { expect, it } from "vitest";
import { statesAddress } from "./address";

const read = (search: string) => statesAddress.read(new URLSearchParams(search));
const unreadable = (search: string) => statesAddress.unreadable(new URLSearchParams(search));

it("parses what it formats", () => {
  const query = { state: "LA", silent: "1", page: 3 } as const;
  expect(statesAddress.href(query, { id: 7 })).toBe("/plans/7/states?state=LA&silent=1&page=3");
  expect(read("state=LA&silent=1&page=3")).toEqual(query);
  expect(statesAddress.href(read(""), { id: 7 })).toBe("/plans/7/states");
});

it("reads an empty form field as no filter, and names unreadable parameters", () => {
  expect(unreadable("state=&silent=1")).toEqual([]);
  expect(read("state=&silent=1")).toEqual({ state: null, silent: "1", page: 1 });
  expect(unreadable("state=lao&silent=yes&page=0&rank=1")).toEqual(["state", "silent", "page", "rank"]);
  expect(unreadable("state=LA&state=TH")).toEqual(["state"]);
});
