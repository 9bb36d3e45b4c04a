import { defineAddress } from "@/address/define-address";
import { id } from "@/address/parsers";

/** The desk; `done` is the entry whose update ended a row of them. */
export const deskAddress = defineAddress("/desk", { done: id });
