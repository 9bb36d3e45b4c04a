import type { Route } from "next";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { moment, stateCode } from "@/address/parsers";

/**
 * Two moments (a meeting's code, a day, or `today`) and one member state, or all of them. Without a
 * moment the page chooses.
 */
export const compareAddress = defineAddress("/meetings/compare", { from: moment, to: moment, state: stateCode });

export type CompareQuery = AddressQuery<typeof compareAddress>;

/**
 * Where a compared entry is opened: as it stood when the comparison ends, and what the register no
 * longer held then as it stood at its beginning. Only the present needs no moment: what is there on
 * a past day may have been removed since.
 */
export function comparedHref(
  { id, isThere }: { id: number; isThere: boolean },
  { from, to }: { from: { day: string }; to: { day: string } | null },
): Route {
  const shown = isThere ? to : from;
  return `/activities/${id}${shown ? `?asof=${shown.day}` : ""}` as Route;
}
