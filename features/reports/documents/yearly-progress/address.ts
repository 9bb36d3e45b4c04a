import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { code } from "@/address/parsers";
import { reportFormats } from "@/domain/report-model";
import { sharedChoices } from "../shared-address";

export const yearlyProgressAddress = defineAddress("/reports/yearly-progress", { period: code, ...sharedChoices });
export const yearlyProgressExport = exportOf(yearlyProgressAddress, reportFormats);

export type YearlyQuery = AddressQuery<typeof yearlyProgressAddress>;
