import "server-only";
import { defineQuery } from "@/server/define";
import { buildMatrix, MatrixInput } from "../documents/work-plan/read";

/** The work plan matrix for the screen. */
export const buildWorkPlanMatrix = defineQuery({
  name: "report.buildWorkPlanMatrix",
  permission: "report.read",
  input: MatrixInput,
  run: buildMatrix,
});
