import { type AddressQuery, defineAddress } from "@/address/define-address";
import { stateCode } from "@/address/parsers";
import { sharedChoices } from "../shared-address";

export const outstandingReportsAddress = defineAddress("/plans/[id]/states/chase", {
  state: stateCode,
  ...sharedChoices,
});

export type ChaseQuery = AddressQuery<typeof outstandingReportsAddress>;
