import type { Route } from "next";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { code, flag, oneOf, orderAfterClick, page, sortOrder, stateCode } from "@/address/parsers";
import { frameworks } from "@/domain/vocabulary";

const lineageSorts = ["code", "title", "years"] as const;
export type LineageSort = (typeof lineageSorts)[number];

/** Activities by year: the selection of the matrix is its address. */
export const lineageAddress = defineAddress("/plans/lineage", {
  framework: oneOf(frameworks),
  partner: code,
  /** A Desired Outcome's code. */
  outcome: code,
  /** A member state that is proponent, co-proponent or implementing agency. */
  state: stateCode,
  /** Also activities that stand in one plan only. */
  all: flag,
  sort: sortOrder(lineageSorts).withDefault({ key: "code", direction: "asc" }),
  page,
});

/** The whole selection as a file. */
export const lineageExport = exportOf(lineageAddress, ["csv", "xlsx"]);

export type LineageQuery = AddressQuery<typeof lineageAddress>;

/** The address in the order that a press on a column's head asks for. */
export function lineageSortHref(query: LineageQuery, key: LineageSort): Route {
  return lineageAddress.href({ ...query, page: 1, sort: orderAfterClick(query.sort, key) });
}

/** Is anything narrowed? */
export function isNarrowed({ framework, partner, outcome, state }: LineageQuery): boolean {
  return [framework, partner, outcome, state].some((value) => value !== null);
}
