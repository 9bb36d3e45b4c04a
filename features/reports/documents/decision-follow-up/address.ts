import { type AddressQuery, defineAddress } from "@/address/define-address";
import { code, flag } from "@/address/parsers";
import { sharedChoices } from "../shared-address";

export const followUpAddress = defineAddress("/reports/decision-follow-up", {
  period: code,
  /** Set to leave out decisions that have been followed up. */
  open: flag,
  ...sharedChoices,
});

export type FollowUpQuery = AddressQuery<typeof followUpAddress>;
