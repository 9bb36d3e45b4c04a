import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryOverActions } from "@/domain/carry-over";
import {
  type CarryOverChoice,
  carryOverAddress,
  carryOverChoices,
  carryOverPreviewAddress,
  carryOverQuery,
} from "./carry-over-address";

const paramsOf = (address: string) => new URLSearchParams(address.split("?")[1] ?? "");

const anyChoice: fc.Arbitrary<CarryOverChoice> = fc.record({
  entryId: fc.integer({ min: 1, max: 999_999_999 }),
  action: fc.constantFrom(...carryOverActions.filter((action) => action !== "leave")),
  into: fc.option(fc.constantFrom("23-02", "T1", "ລະຫັດ & 1")),
  by: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
});
const someChoices = fc.uniqueArray(anyChoice, { selector: ({ entryId }) => entryId, maxLength: 5 });

describe("the choices of a carry-over", () => {
  it("are parsed as they were formatted", () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 1, max: 999 })), someChoices, (to, choices) => {
        const params = paramsOf(carryOverPreviewAddress.href(carryOverQuery(to, choices), { id: 7 }));
        expect(carryOverAddress.unreadable(params)).toEqual([]);
        const query = carryOverPreviewAddress.read(params);
        expect([query.to, carryOverChoices(query)]).toEqual([to, choices]);
      }),
    );
  });

  it("accept empty fields of the form", () => {
    const params = new URLSearchParams("to=&do.3=leave&into.3=&by.3=&do.4=drop&into.4=+&by.4=");
    expect(carryOverAddress.unreadable(params)).toEqual([]);
    const query = carryOverAddress.read(params);
    expect(query.to).toBeNull();
    expect(carryOverChoices(query)).toEqual([
      { entryId: 3, action: "leave", into: null, by: null },
      { entryId: 4, action: "drop", into: null, by: null },
    ]);
  });

  it("give ticked entries the common action, except those with one of their own", () => {
    const params = new URLSearchParams("all=drop&pick.3=1&do.3=leave&pick.4=1&do.4=carry&do.5=leave&pick.6=1");
    expect(carryOverAddress.unreadable(params)).toEqual([]);
    const choices = carryOverChoices(carryOverAddress.read(params));
    const actions = choices.map(({ entryId, action }) => [entryId, action]);
    expect(Object.fromEntries(actions)).toEqual({ 3: "drop", 4: "carry", 5: "leave", 6: "drop" });
  });

  it.each([
    ["to=0", "to"],
    ["do.3=explode", "do.3"],
    ["do.x=drop", "do.x"],
    ["by.3=x", "by.3"],
    [`into.3=${"x".repeat(61)}`, "into.3"],
    ["do.3=drop&do.3=carry", "do.3"],
    ["page=2", "page"],
  ])("are refused for %s", (search, name) => {
    expect(carryOverAddress.unreadable(new URLSearchParams(search))).toEqual([name]);
  });
});
