import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { stateCode } from "@/address/parsers";
import { reportFormats } from "@/domain/report-model";
import { sharedChoices } from "../shared-address";

export const outstandingReportsAddress = defineAddress("/plans/[id]/states/chase", {
  state: stateCode,
  ...sharedChoices,
});
export const outstandingReportsExport = exportOf(outstandingReportsAddress, reportFormats);

export type ChaseQuery = AddressQuery<typeof outstandingReportsAddress>;
