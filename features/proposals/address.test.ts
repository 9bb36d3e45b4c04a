import { describe, expect, it } from "vitest";
import { versionsAddress } from "./address";

const of = (search: string) => new URLSearchParams(search);

describe("the address of compared versions", () => {
  it("names two versions, one, or none", () => {
    expect(versionsAddress.read(of("from=2&to=5"))).toEqual({ from: 2, to: 5 });
    expect(versionsAddress.read(of("to=5"))).toEqual({ from: null, to: 5 });
    expect(versionsAddress.read(of(""))).toEqual({ from: null, to: null });
    expect(versionsAddress.unreadable(of("from=2&to=5"))).toEqual([]);
  });

  it.each([
    ["from=0", ["from"]],
    ["from=-1&to=2", ["from"]],
    ["from=1.5", ["from"]],
    ["to=", []],
    ["to=last", ["to"]],
    ["from=1&from=2", ["from"]],
    ["to=9999999999", ["to"]],
    ["version=2", ["version"]],
  ])("%s is not read: %j", (search, unreadable) => {
    expect(versionsAddress.unreadable(of(search))).toEqual(unreadable);
  });
});
