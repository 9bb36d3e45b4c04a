import { defineAddress } from "@/address/define-address";
import { code } from "@/address/parsers";

/** Without a period it is the current cycle. */
export const overviewAddress = defineAddress("/", { period: code });
