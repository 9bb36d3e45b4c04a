import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { reportFormats } from "@/domain/report-model";
import { sharedChoices } from "../shared-address";

export const talkingPointsAddress = defineAddress("/partners/[id]/talking-points", sharedChoices);
export const talkingPointsExport = exportOf(talkingPointsAddress, reportFormats);

export type TalkingQuery = AddressQuery<typeof talkingPointsAddress>;
