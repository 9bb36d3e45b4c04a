import type { Route } from "next";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { moment, stateCode } from "@/address/parsers";

/**
 * Two moments (a meeting's code, a day, or `today`) and one lead state, or all of them. The page
 * chooses moments that are not given.
 */
export const compareAddress = defineAddress("/meetings/compare", { from: moment, to: moment, state: stateCode });

export type CompareQuery = AddressQuery<typeof compareAddress>;

/**
 * The link to a compared entry as it was at the later moment, or at the earlier one if it had left
 * the register by then. The address leaves out the moment only for the present; an entry of a past
 * day may have been removed since.
 */
export function comparedHref(
  { id, isThere }: { id: number; isThere: boolean },
  { from, to }: { from: { day: string }; to: { day: string } | null },
): Route {
  const shown = isThere ? to : from;
  return `/activities/${id}${shown ? `?asof=${shown.day}` : ""}` as Route;
}
