import "server-only";
import { defineQuery } from "@/server/define";
import { buildYearly, YearlyInput } from "../documents/yearly-progress/read";

/** The yearly progress for a file that leaves the register. */
export const exportYearlyProgress = defineQuery({
  name: "report.exportYearlyProgress",
  permission: "report.export",
  input: YearlyInput,
  run: buildYearly,
});
