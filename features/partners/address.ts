import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, oneOf } from "@/address/parsers";

/**
 * After which of these a partner's page says that it is done; `instrument` is the one that was
 * changed.
 */
export const partnerAddress = defineAddress("/partners/[id]", { saved: oneOf(["add", "edit"]), instrument: id });

export type PartnerQuery = AddressQuery<typeof partnerAddress>;
