import { defineAddress } from "@/address/define-address";
import { oneOf } from "@/address/parsers";

/** Which of the settings was saved. */
export const settingsAddress = defineAddress("/settings", {
  saved: oneOf(["cycle", "silence", "clearance", "deadline-rules", "sample"]),
});
