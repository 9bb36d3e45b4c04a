import { defineAddress } from "@/address/define-address";
import { oneOf } from "@/address/parsers";

/** The setting that was saved. */
export const settingsAddress = defineAddress("/settings", {
  saved: oneOf(["cycle", "silence", "taking-back", "clearance", "deadline-rules", "sample"]),
});
