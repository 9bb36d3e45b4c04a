import { earliestDay, latestDay, precisionOf } from "./days";
import type { ValidityPrecision } from "./vocabulary";

/** From when to when something holds; days are `YYYY-MM-DD`, null where not known. */
export type Validity = {
  readonly validFrom: string | null;
  readonly fromPrecision: ValidityPrecision;
  readonly validTo: string | null;
  readonly toPrecision: ValidityPrecision;
};

/**
 * The days as they are kept: of a month or year that alone is known, its first day at the beginning and its last at the end; a day that is
 * not there is unknown, whatever precision was said.
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
    ...{ validFrom: from === "unknown" ? null : begins[from], fromPrecision: from },
    ...{ validTo: to === "unknown" ? null : ends[to], toPrecision: to },
  };
}

/** Have its days passed? Of an end that nobody knows, no. */
export function isOver({ validTo }: Pick<Validity, "validTo">, today: string): boolean {
  return validTo !== null && validTo < today;
}
