import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, oneOf } from "@/address/parsers";

/**
 * `saved` names the change that a partner's page confirms; `instrument` is the changed instrument.
 */
export const partnerAddress = defineAddress("/partners/[id]", { saved: oneOf(["add", "edit"]), instrument: id });

export type PartnerQuery = AddressQuery<typeof partnerAddress>;
