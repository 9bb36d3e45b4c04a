import { defineAddress } from "@/address/define-address";
import { oneOf } from "@/address/parsers";

/** The catalogue of documents. `settings` reports that the home organisation was saved. */
export const reportsAddress = defineAddress("/reports", { saved: oneOf(["settings"]) });
