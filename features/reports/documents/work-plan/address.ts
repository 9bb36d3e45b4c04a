import { type AddressQuery, defineAddress } from "@/address/define-address";
import { code, idText, matching } from "@/address/parsers";
import { sharedChoices } from "../shared-address";

/** A plan's id, or a period's code for all plans of that period; digits alone are an id. */
const planOrPeriod = matching((text) => (/^\d+$/.test(text) ? idText : code).parse(text) !== null);

export const workPlanAddress = defineAddress("/reports/work-plan", { plan: planOrPeriod, ...sharedChoices });

export type MatrixQuery = AddressQuery<typeof workPlanAddress>;
