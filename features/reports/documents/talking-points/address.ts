import { type AddressQuery, defineAddress } from "@/address/define-address";
import { sharedChoices } from "../shared-address";

export const talkingPointsAddress = defineAddress("/partners/[id]/talking-points", sharedChoices);

export type TalkingQuery = AddressQuery<typeof talkingPointsAddress>;
