import { type AddressQuery, defineAddress } from "@/address/define-address";
import { flag, oneOf, page, stateCode } from "@/address/parsers";

/** What a save did to the year of a plan. */
export const yearActs = ["carryOver", "close", "reopen"] as const;

/** `count`: only the rows behind one of the plan's numbers. */
export const planAddress = defineAddress("/plans/[id]", {
  saved: oneOf(["create", "edit", ...yearActs]),
  count: oneOf(["approved", "proposed"]),
});

export type PlanQuery = AddressQuery<typeof planAddress>;

/** A plan's entries by member state. */
export const statesAddress = defineAddress("/plans/[id]/states", {
  state: stateCode,
  /** Only shares for whose report one has waited longer than the setting allows. */
  silent: flag,
  page,
});

export type StatesQuery = AddressQuery<typeof statesAddress>;
