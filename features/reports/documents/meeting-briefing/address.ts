import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { moment, stateCode } from "@/address/parsers";
import { reportFormats } from "@/domain/report-model";
import { sharedChoices } from "../shared-address";

/**
 * The two moments that are compared. Without the second, the first is compared with the present.
 */
export const briefingAddress = defineAddress("/meetings/compare/briefing", {
  from: moment,
  to: moment,
  state: stateCode,
  ...sharedChoices,
});
export const briefingExport = exportOf(briefingAddress, reportFormats);

export type BriefingQuery = AddressQuery<typeof briefingAddress>;
