import { isDay } from "@/domain/days";
import type { ErrorParams } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { formatDay } from "./format";

/**
 * What a refusal tells, as its words take it: a calendar day under the name `day` as people write
 * it.
 */
export function shownParams(params: ErrorParams = {}, locale: Locale): ErrorParams {
  const { day } = params;
  return typeof day === "string" && isDay(day) ? { ...params, day: formatDay(day, locale) } : params;
}
