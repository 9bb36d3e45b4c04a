import "server-only";
import { defineQuery } from "@/server/define";
import { buildYearly, YearlyInput } from "../documents/yearly-progress/read";

/** The yearly progress for the screen. */
export const buildYearlyProgress = defineQuery({
  name: "report.buildYearlyProgress",
  permission: "report.read",
  input: YearlyInput,
  run: buildYearly,
});
