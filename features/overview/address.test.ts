import { describe, expect, it } from "vitest";
import { overviewAddress } from "./address";

const paramsOf = (address: string) => new URLSearchParams(address);

describe("the overview's address", () => {
  it("names a period, or none for the current cycle", () => {
    expect(overviewAddress.read(paramsOf("period=CYCLE-2023"))).toEqual({ period: "CYCLE-2023" });
    expect(overviewAddress.read(paramsOf("period="))).toEqual({ period: null });
    expect(overviewAddress.read(paramsOf(""))).toEqual({ period: null });
  });

  it("is formatted as it is parsed", () => {
    const { searchParams } = new URL(overviewAddress.href({ period: "CN-2023-2024" }), "http://own.invalid");
    expect(overviewAddress.read(searchParams)).toEqual({ period: "CN-2023-2024" });
    expect(overviewAddress.unreadable(searchParams)).toEqual([]);
  });

  it.each(["period=-", "period=a b", "period=a&period=b", "period=%00", "year=2023", `period=${"x".repeat(61)}`])(
    "refuses %s",
    (address) => {
      expect(overviewAddress.unreadable(paramsOf(address))).toHaveLength(1);
    },
  );
});
