import type { Route } from "next";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { code, flag, oneOf, orderAfterClick, page, sortOrder, stateCode } from "@/address/parsers";
import { frameworks } from "@/domain/vocabulary";

const lineageSorts = ["code", "title", "years"] as const;
export type LineageSort = (typeof lineageSorts)[number];

/** The address of activities by year; its parameters are the filters. */
export const lineageAddress = defineAddress(
  "/plans/lineage",
  {
    framework: oneOf(frameworks),
    partner: code,
    /** The code of a Desired Outcome. */
    outcome: code,
    /** A member state that is proponent, co-proponent or implementing agency. */
    state: stateCode,
    /** Includes activities that are in only one plan. */
    all: flag,
    sort: sortOrder(lineageSorts).withDefault({ key: "code", direction: "asc" }),
    page,
  },
  ["framework", "partner", "outcome", "state", "all"],
);

/** The download of all activities that match the filters. */
export const lineageExport = exportOf(lineageAddress, ["csv", "xlsx"]);

export type LineageQuery = AddressQuery<typeof lineageAddress>;

/** The address in the order that a click on a column's header requests. */
export function lineageSortHref(query: LineageQuery, key: LineageSort): Route {
  return lineageAddress.href({ ...query, page: 1, sort: orderAfterClick(query.sort, key) });
}

/** True if any filter is set. */
export function isNarrowed({ framework, partner, outcome, state }: LineageQuery): boolean {
  return [framework, partner, outcome, state].some((value) => value !== null);
}
