import { type AddressQuery, defineAddress } from "@/address/define-address";
import { flag, oneOf, page, stateCode } from "@/address/parsers";

/** The changes to the year of a plan that its page confirms. */
export const yearActs = ["carryOver", "close", "reopen"] as const;

/** `count`: limits the rows to those that the register counts as approved or as proposed. */
export const planAddress = defineAddress("/plans/[id]", {
  saved: oneOf(["create", "edit", "removed", "decided", ...yearActs]),
  count: oneOf(["approved", "proposed"]),
});

export type PlanQuery = AddressQuery<typeof planAddress>;

/** A plan's entries by member state. */
export const statesAddress = defineAddress(
  "/plans/[id]/states",
  {
    state: stateCode,
    /** Only silent shares: those without a report for longer than the setting allows. */
    silent: flag,
    page,
  },
  ["state", "silent"],
);

export type StatesQuery = AddressQuery<typeof statesAddress>;
