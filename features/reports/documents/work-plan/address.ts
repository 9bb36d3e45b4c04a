import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { code, idText, matching } from "@/address/parsers";
import { reportFormats } from "@/domain/report-model";
import { sharedChoices } from "../shared-address";

/** A plan's id, or a period's code for all plans of that period; digits alone are an id. */
const planOrPeriod = matching((text) => (/^\d+$/.test(text) ? idText : code).parse(text) !== null);

export const workPlanAddress = defineAddress("/reports/work-plan", { plan: planOrPeriod, ...sharedChoices });
export const workPlanExport = exportOf(workPlanAddress, reportFormats);

export type MatrixQuery = AddressQuery<typeof workPlanAddress>;
