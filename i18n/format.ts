import { earliestDay } from "@/domain/days";
import type { Validity } from "@/domain/validity";
import type { DayPrecision, Locale, ValidityPrecision } from "@/domain/vocabulary";

/*
 * Dates and numbers as words. Month names stand here rather than being asked of `Intl`, because
 * browsers differ in the Lao data they carry, and a client leaf must print what the server printed.
 */

const months: Readonly<Record<Locale, { readonly long: readonly string[]; readonly short: readonly string[] }>> = {
  en: {
    long: "January February March April May June July August September October November December".split(" "),
    short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  },
  lo: {
    long: "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ".split(" "),
    // Lao has no common short month names; the long ones are short enough for a table.
    short: "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ".split(" "),
  },
};

const noBreak = "\u00a0";
const dash = "–";
const vientianeOffset = 7 * 60 * 60 * 1000;
const dayLength = 24 * 60 * 60 * 1000;

type Parts = { year: number; month: number; date: number };

function partsOf(day: string): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`not a calendar day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) };
}

function monthName(month: number, locale: Locale, form: "long" | "short"): string {
  return months[locale][form][month - 1] ?? "";
}

/** `2024-01-30` as "30 Jan 2024" or "30 ມັງກອນ 2024". */
export function formatDay(day: string, locale: Locale): string {
  const { year, month, date } = partsOf(day);
  return `${date}${noBreak}${monthName(month, locale, "short")}${noBreak}${year}`;
}

/** `2024-01-30` as "30 Jan" or "30 ມັງກອນ", for contexts that name the year. */
export function formatDayShort(day: string, locale: Locale): string {
  const { month, date } = partsOf(day);
  return `${date}${noBreak}${monthName(month, locale, "short")}`;
}

/** `2024-01-30` as "January 2024" or "ມັງກອນ 2024". */
export function formatMonth(day: string, locale: Locale): string {
  const { year, month } = partsOf(day);
  return `${monthName(month, locale, "long")}${noBreak}${year}`;
}

/** The name of a month (1 to 12). */
export function formatMonthName(month: number, locale: Locale): string {
  return monthName(month, locale, "long");
}

/**
 * Two days as "9–10 Feb 2023", "30 Jan – 2 Feb 2024" or "30 Dec 2023 – 2 Jan 2024"; one day if they
 * are equal.
 */
export function formatDayRange(first: string, last: string, locale: Locale): string {
  if (first === last) return formatDay(first, locale);
  const from = partsOf(first);
  const to = partsOf(last);
  if (from.year !== to.year) return `${formatDay(first, locale)} ${dash} ${formatDay(last, locale)}`;
  if (from.month !== to.month) return `${formatDayShort(first, locale)} ${dash} ${formatDay(last, locale)}`;
  return `${from.date}${dash}${formatDay(last, locale)}`;
}

const imprecise: Readonly<Record<Locale, Record<"week" | "by" | "unknown", string>>> = {
  en: { week: "week of {day}", by: "by {day}", unknown: "date not recorded" },
  lo: { week: "ອາທິດຂອງວັນທີ {day}", by: "ບໍ່ເກີນ {day}", unknown: "ບໍ່ມີບັນທຶກວັນທີ" },
};

/**
 * An imprecise day: "30 Jan 2024", "week of …" its Monday, "January 2024", "by …", "date not
 * recorded".
 */
export function formatImpreciseDay(known: string | null, precision: DayPrecision, locale: Locale): string {
  const day = earliestDay(known, precision);
  if (day === null || precision === "unknown") return imprecise[locale].unknown;
  if (precision === "exact") return formatDay(day, locale);
  if (precision === "month") return formatMonth(day, locale);
  return imprecise[locale][precision].replace("{day}", formatDay(day, locale));
}

export type ImpreciseDays = {
  firstOn: string | null;
  firstPrecision: DayPrecision;
  lastOn: string | null;
  lastPrecision: DayPrecision;
};

/**
 * First and last day of a meeting: "9–10 Feb 2023" if both are exact, otherwise the more precise
 * one.
 */
export function formatImpreciseDays(days: ImpreciseDays, locale: Locale): string {
  const { firstOn, firstPrecision, lastOn, lastPrecision } = days;
  if (firstOn && lastOn && firstPrecision === "exact" && lastPrecision === "exact") {
    return formatDayRange(firstOn, lastOn, locale);
  }
  return firstOn
    ? formatImpreciseDay(firstOn, firstPrecision, locale)
    : formatImpreciseDay(lastOn, lastPrecision, locale);
}

const validity: Readonly<Record<Locale, Record<"from" | "to" | "unknown", string>>> = {
  en: { from: "from {day}", to: "until {day}", unknown: "validity not recorded" },
  lo: { from: "ນັບແຕ່ {day}", to: "ເຖິງ {day}", unknown: "ບໍ່ມີບັນທຶກໄລຍະທີ່ມີຜົນ" },
};

/**
 * A period of validity: "2024–2029", "from 2009", "March 2023 – 31 Dec 2025", "validity not
 * recorded".
 */
export function formatValidity({ validFrom, fromPrecision, validTo, toPrecision }: Validity, locale: Locale): string {
  const known = (day: string, precision: ValidityPrecision) => {
    if (precision === "year") return day.slice(0, 4);
    return precision === "month" ? formatMonth(day, locale) : formatDay(day, locale);
  };
  const from = validFrom && known(validFrom, fromPrecision);
  const to = validTo && known(validTo, toPrecision);
  if (from && to) {
    if (from === to) return from;
    return fromPrecision === "year" && toPrecision === "year" ? `${from}${dash}${to}` : `${from} ${dash} ${to}`;
  }
  if (from) return validity[locale].from.replace("{day}", from);
  return to ? validity[locale].to.replace("{day}", to) : validity[locale].unknown;
}

/** `2024-01-30` as "30/01/2024", the form of official documents in both languages. */
export function documentDay(day: string): string {
  return day.split("-").reverse().join("/");
}

function toDate(instant: Date | string): Date {
  const date = typeof instant === "string" ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) throw new RangeError("not an instant");
  return date;
}

/** The calendar day in Vientiane (UTC+7 all year) at that instant. */
export function dayInVientiane(instant: Date | string): string {
  return new Date(toDate(instant).getTime() + vientianeOffset).toISOString().slice(0, 10);
}

/** Readers sit in other zones and get mails and files elsewhere, so each time names its zone. */
const zoneNames: Readonly<Record<Locale, string>> = { en: "Vientiane time", lo: "ເວລາວຽງຈັນ" };

/** "10:38 Vientiane time" or "10:38 ເວລາວຽງຈັນ". */
export function formatTime(instant: Date | string, locale: Locale): string {
  const time = new Date(toDate(instant).getTime() + vientianeOffset).toISOString().slice(11, 16);
  return `${time}${noBreak}${zoneNames[locale]}`;
}

/** "17 Nov 2023, 10:38 Vientiane time". */
export function formatInstant(instant: Date | string, locale: Locale): string {
  return `${formatDay(dayInVientiane(instant), locale)}, ${formatTime(instant, locale)}`;
}

type Unit = "day" | "month" | "year";
const ages: Readonly<
  Record<Locale, { today: string; units: Record<Unit, readonly [string, string]>; past: string; future: string }>
> = {
  en: {
    today: "today",
    units: { day: ["day", "days"], month: ["month", "months"], year: ["year", "years"] },
    past: "{n} {unit} ago",
    future: "in {n} {unit}",
  },
  lo: {
    today: "ມື້ນີ້",
    units: { day: ["ວັນ", "ວັນ"], month: ["ເດືອນ", "ເດືອນ"], year: ["ປີ", "ປີ"] },
    past: "{n} {unit}ກ່ອນ",
    future: "ອີກ {n} {unit}",
  },
};

/**
 * Relative time in whole days, months (30 days) or years (365 days): "today", "3 days ago", "ອີກ 10
 * ວັນ".
 * @param day a calendar day or an instant
 * @param today the present day in Vientiane, `YYYY-MM-DD`
 */
export function formatAge(day: string | Date, today: string, locale: Locale): string {
  const then = typeof day === "string" && day.length === 10 ? day : dayInVientiane(day);
  const days = Math.round((Date.parse(today) - Date.parse(then)) / dayLength);
  const words = ages[locale];
  if (days === 0) return words.today;
  const length = Math.abs(days);
  const [count, unit]: [number, Unit] =
    length < 60
      ? [length, "day"]
      : length < 730
        ? [Math.floor(length / 30), "month"]
        : [Math.floor(length / 365), "year"];
  return (days > 0 ? words.past : words.future)
    .replace("{n}", String(count))
    .replace("{unit}", words.units[unit][count === 1 ? 0 : 1])
    .replace(" ", noBreak);
}

/** Cached by number of decimals: creating a formatter costs more than using it a hundred times. */
const numberFormats = new Map<number, Intl.NumberFormat>();

function numberFormat(decimals: number): Intl.NumberFormat {
  const known = numberFormats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals });
  numberFormats.set(decimals, made);
  return made;
}

/** 1234.5 as "1,234.5" or "1.234,5" (CLDR `lo`); at most `decimals` places. */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  const english = numberFormat(decimals).format(value);
  if (locale === "en") return english;
  return english.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** 45 as "45%", without a space: so CLDR has it in English and in Lao. */
export function formatPercent(percent: number, locale: Locale): string {
  return `${formatNumber(percent, locale, 1)}%`;
}

/**
 * 12500 as "USD 12,500" or "USD 12.500": the code, because four partners have a dollar of their
 * own.
 */
export function formatUsd(amount: number, locale: Locale): string {
  return `USD${noBreak}${formatNumber(amount, locale, 2)}`;
}
