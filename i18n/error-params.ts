import { isDay } from "@/domain/days";
import type { ErrorParams } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { formatDay } from "./format";

/** The parameters of a refusal as its message takes them: the calendar day `day` is formatted. */
export function shownParams(params: ErrorParams = {}, locale: Locale): ErrorParams {
  const { day } = params;
  return typeof day === "string" && isDay(day) ? { ...params, day: formatDay(day, locale) } : params;
}
