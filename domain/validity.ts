import { earliestDay, latestDay, precisionOf } from "./days";
import type { ValidityPrecision } from "./vocabulary";

/** The days from which and until which something is valid, `YYYY-MM-DD`; null if not known. */
export type Validity = {
  readonly validFrom: string | null;
  readonly fromPrecision: ValidityPrecision;
  readonly validTo: string | null;
  readonly toPrecision: ValidityPrecision;
};

/**
 * The days as they are stored: for a month or a year, its first day at the beginning and its last
 * day at the end. A missing day is unknown, whatever its precision says.
 */
export function knownValidity({ validFrom, fromPrecision, validTo, toPrecision }: Validity): Validity {
  const [from, to] = [precisionOf(validFrom, fromPrecision), precisionOf(validTo, toPrecision)];
  const begins = { exact: validFrom, month: earliestDay(validFrom, "month"), year: `${validFrom?.slice(0, 4)}-01-01` };
  const ends = {
    exact: validTo,
    month: latestDay(validTo, "month"),
    year: `${validTo?.slice(0, 4)}-12-31`,
  };
  return {
    validFrom: from === "unknown" ? null : begins[from],
    fromPrecision: from,
    validTo: to === "unknown" ? null : ends[to],
    toPrecision: to,
  };
}

/** True if its days have passed; false if the end is not known. */
export function isOver({ validTo }: Pick<Validity, "validTo">, today: string): boolean {
  return validTo !== null && validTo < today;
}
