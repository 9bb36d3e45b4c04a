import "server-only";
import { defineQuery } from "@/server/define";
import { buildProgress, ProgressInput } from "../documents/country-progress/read";

/** The country progress report for the screen. */
export const buildCountryProgress = defineQuery({
  name: "report.buildCountryProgress",
  permission: "report.read",
  input: ProgressInput,
  run: buildProgress,
});
