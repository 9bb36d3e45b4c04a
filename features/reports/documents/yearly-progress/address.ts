import { type AddressQuery, defineAddress } from "@/address/define-address";
import { code } from "@/address/parsers";
import { sharedChoices } from "../shared-address";

export const yearlyProgressAddress = defineAddress("/reports/yearly-progress", { period: code, ...sharedChoices });

export type YearlyQuery = AddressQuery<typeof yearlyProgressAddress>;
