import { defineAddress } from "@/address/define-address";
import { code } from "@/address/parsers";

/** The address of the overview. Without a period it shows the current cycle. */
export const overviewAddress = defineAddress("/", { period: code });
