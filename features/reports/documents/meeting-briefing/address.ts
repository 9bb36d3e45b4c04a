import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { moment, stateCode } from "@/address/parsers";
import { reportFormats } from "@/domain/report-model";
import { sharedChoices } from "../shared-address";

/** Two moments, as they are compared; without the second it is the present. */
export const briefingAddress = defineAddress("/meetings/compare/briefing", {
  from: moment,
  to: moment,
  state: stateCode,
  ...sharedChoices,
});
export const briefingExport = exportOf(briefingAddress, reportFormats);

export type BriefingQuery = AddressQuery<typeof briefingAddress>;
