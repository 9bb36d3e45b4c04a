import "server-only";
import { defineQuery } from "@/server/define";
import { buildProgress, ProgressInput } from "../documents/country-progress/read";

/** The country progress report for a file that leaves the register. */
export const exportCountryProgress = defineQuery({
  name: "report.exportCountryProgress",
  permission: "report.export",
  input: ProgressInput,
  run: buildProgress,
});
