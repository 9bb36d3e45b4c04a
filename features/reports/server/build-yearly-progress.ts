import "server-only";
import { defineQuery } from "@/server/define";
import { buildYearly, YearlyInput } from "./parts/yearly";

/** The yearly progress for the screen. */
export const buildYearlyProgress = defineQuery({
  name: "report.buildYearlyProgress",
  permission: "report.read",
  input: YearlyInput,
  run: buildYearly,
});
