import { describe, expect, it } from "vitest";
import { overviewHref, readOverviewQuery, unreadableOverviewParams } from "./overview-query";

const paramsOf = (address: string) => new URLSearchParams(address);

describe("the overview's address", () => {
  it("names a period, or none: then it is the current cycle", () => {
    expect(readOverviewQuery(paramsOf("period=CYCLE-2023"))).toEqual({ period: "CYCLE-2023" });
    expect(readOverviewQuery(paramsOf("period="))).toEqual({ period: null });
    expect(readOverviewQuery(paramsOf(""))).toEqual({ period: null });
  });

  it("is written as it is read", () => {
    const { searchParams } = new URL(overviewHref("CN-2023-2024"), "http://own.invalid");
    expect(readOverviewQuery(searchParams)).toEqual({ period: "CN-2023-2024" });
    expect(unreadableOverviewParams(searchParams)).toEqual([]);
  });

  it.each(["period=-", "period=a b", "period=a&period=b", "period=%00", "year=2023", `period=${"x".repeat(41)}`])(
    "refuses %s",
    (address) => {
      expect(unreadableOverviewParams(paramsOf(address))).toHaveLength(1);
    },
  );
});
