import { describe, expect, it } from "vitest";
import { agendaAddress, decideAddress } from "./address";

const of = (text: string) => new URLSearchParams(text);

describe("the address of an agenda", () => {
  it("names item, plan and search", () => {
    expect(agendaAddress.read(of("item=3&plan=7&q=%E0%BA%81"))).toEqual({ item: 3, plan: 7, q: "ກ" });
    expect(agendaAddress.read(of(""))).toEqual({ item: null, plan: null, q: "" });
  });

  it.each([
    ["item=3&plan=7&q=x", []],
    ["item=x", ["item"]],
    ["item=1&item=2", ["item"]],
    ["plan=0", ["plan"]],
    [`q=${"x".repeat(201)}`, ["q"]],
    ["other=1", ["other"]],
  ])("%s", (text, names) => {
    expect(agendaAddress.unreadable(of(text))).toEqual(names);
  });
});

it("the address of a decision's form names meeting and item", () => {
  expect(decideAddress.unreadable(of("meeting=3&item=4"))).toEqual([]);
  expect(decideAddress.unreadable(of("meeting=x&item=&saved=1"))).toEqual(["meeting", "saved"]);
});
