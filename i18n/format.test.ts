import { describe, expect, it } from "vitest";
import {
  dayInVientiane,
  documentDay,
  formatAge,
  formatDay,
  formatDayRange,
  formatDayShort,
  formatImpreciseDay,
  formatImpreciseDays,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatUsd,
  formatValidity,
} from "./format";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("days", () => {
  it("names the month in each language and never lets the day part from it", () => {
    expect(plain(formatDay("2024-01-30", "en"))).toBe("30 Jan 2024");
    expect(plain(formatDay("2024-01-30", "lo"))).toBe("30 ມັງກອນ 2024");
    expect(formatDay("2024-01-30", "lo")).not.toContain(" ");
    expect(plain(formatDayShort("2023-11-03", "lo"))).toBe("3 ພະຈິກ");
    expect(plain(formatMonth("2023-02-01", "en"))).toBe("February 2023");
  });

  it("tells the days of a meeting as far as they are known", () => {
    const exact = { firstPrecision: "exact", lastPrecision: "exact" } as const;
    const days = (firstOn: string | null, lastOn: string | null, more = {}) =>
      plain(formatImpreciseDays({ firstOn, lastOn, ...exact, ...more }, "en"));
    expect(days("2023-02-09", "2023-02-10")).toBe("9–10 Feb 2023");
    expect(days("2024-01-29", "2024-02-02", { firstPrecision: "week", lastPrecision: "week" })).toBe(
      "week of 29 Jan 2024",
    );
    expect(days(null, "2023-08-24", { firstPrecision: "unknown", lastPrecision: "by" })).toBe("by 24 Aug 2023");
    expect(days(null, null, { firstPrecision: "unknown", lastPrecision: "unknown" })).toBe("date not recorded");
  });

  it("agrees with the Lao and English data of ICU for all months", () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2023-${String(month).padStart(2, "0")}-15`;
      for (const [locale, tag] of [
        ["en", "en-GB"],
        ["lo", "lo-LA"],
      ] as const) {
        const name = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" }).format(new Date(day));
        expect(plain(formatMonth(day, locale))).toBe(`${name} 2023`);
      }
    }
  });

  it("says a range without repeating what both days share", () => {
    expect(plain(formatDayRange("2023-02-09", "2023-02-10", "en"))).toBe("9–10 Feb 2023");
    expect(plain(formatDayRange("2024-01-30", "2024-02-02", "lo"))).toBe("30 ມັງກອນ – 2 ກຸມພາ 2024");
    expect(plain(formatDayRange("2023-12-30", "2024-01-02", "en"))).toBe("30 Dec 2023 – 2 Jan 2024");
    expect(plain(formatDayRange("2024-01-30", "2024-01-30", "en"))).toBe("30 Jan 2024");
  });

  it("prints how well a day is known instead of guessing it", () => {
    expect(plain(formatImpreciseDay("2023-08-24", "by", "en"))).toBe("by 24 Aug 2023");
    expect(plain(formatImpreciseDay("2023-08-24", "by", "lo"))).toBe("ບໍ່ເກີນ 24 ສິງຫາ 2023");
    expect(plain(formatImpreciseDay("2023-03-01", "month", "lo"))).toBe("ມີນາ 2023");
    // A week is named by its Monday, whichever of its days is stored.
    expect(plain(formatImpreciseDay("2024-01-30", "week", "en"))).toBe("week of 29 Jan 2024");
    expect(plain(formatImpreciseDay("2024-02-04", "week", "en"))).toBe("week of 29 Jan 2024");
    expect(plain(formatImpreciseDay("2026-12-31", "month", "en"))).toBe("December 2026");
    expect(formatImpreciseDay(null, "exact", "en")).toBe("date not recorded");
  });

  it("writes papers' days as dd/mm/yyyy and refuses what is no day", () => {
    expect(documentDay("2023-08-24")).toBe("24/08/2023");
    expect(() => formatDay("24/08/2023", "en")).toThrow(RangeError);
  });
});

describe("instants", () => {
  it("are shown in Vientiane, also past midnight there", () => {
    expect(plain(formatInstant("2023-11-17T03:38:00Z", "en"))).toBe("17 Nov 2023, 10:38 Vientiane time");
    expect(plain(formatInstant(new Date("2023-11-17T18:00:00Z"), "lo"))).toBe("18 ພະຈິກ 2023, 01:00 ເວລາວຽງຈັນ");
    expect(dayInVientiane("2023-12-31T17:00:00Z")).toBe("2024-01-01");
  });

  it("have an age in words", () => {
    const age = (day: string, locale: "en" | "lo") => plain(formatAge(day, "2023-11-20", locale));
    expect(age("2023-11-20", "en")).toBe("today");
    expect(age("2023-11-19", "en")).toBe("1 day ago");
    expect(age("2023-11-17", "lo")).toBe("3 ວັນກ່ອນ");
    expect(age("2023-11-30", "lo")).toBe("ອີກ 10 ວັນ");
    expect(age("2023-08-21", "en")).toBe("3 months ago");
    expect(age("2021-01-21", "en")).toBe("2 years ago");
    expect(age("2023-11-18T18:00:00Z", "en")).toBe("1 day ago");
  });
});

describe("numbers", () => {
  it("use each language's marks and keep the unit with the figure", () => {
    expect(formatNumber(1234567.5, "en")).toBe("1,234,567.5");
    expect(formatNumber(1234567.5, "lo")).toBe("1.234.567,5");
    expect(formatPercent(45, "en")).toBe("45%");
    expect(formatPercent(62.5, "lo")).toBe("62,5%");
    expect(formatUsd(12500, "en")).toBe("USD\u00a012,500");
    expect(formatUsd(12500, "lo")).toBe("USD\u00a012.500");
  });

  it("agrees with the Lao data of ICU", () => {
    for (const value of [0, 12, 999, 1000, 1234567.25, -4500.5]) {
      expect(formatNumber(value, "lo")).toBe(
        new Intl.NumberFormat("lo-LA", { maximumFractionDigits: 2 }).format(value),
      );
    }
  });
});

describe("a validity", () => {
  const unknown = { validFrom: null, fromPrecision: "unknown", validTo: null, toPrecision: "unknown" } as const;
  const years = { validFrom: "2024-01-01", fromPrecision: "year", validTo: "2029-12-31", toPrecision: "year" } as const;

  it("is told as far as it is known", () => {
    expect(formatValidity(years, "en")).toBe("2024–2029");
    expect(formatValidity({ ...years, validTo: "2024-12-31" }, "lo")).toBe("2024");
    expect(formatValidity({ ...unknown, validFrom: "2009-01-01", fromPrecision: "year" }, "lo")).toBe("ນັບແຕ່ 2009");
    expect(formatValidity({ ...unknown, validTo: "2029-12-31", toPrecision: "year" }, "en")).toBe("until 2029");
    const mixed = { ...years, validFrom: "2023-03-01", fromPrecision: "month", toPrecision: "exact" } as const;
    expect(plain(formatValidity(mixed, "en"))).toBe("March 2023 – 31 Dec 2029");
    expect(formatValidity(unknown, "en")).toBe("validity not recorded");
  });
});
