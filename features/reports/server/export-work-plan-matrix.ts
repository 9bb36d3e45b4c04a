import "server-only";
import { defineQuery } from "@/server/define";
import { buildMatrix, MatrixInput } from "../documents/work-plan/read";

/** The work plan matrix for a file that leaves the register. */
export const exportWorkPlanMatrix = defineQuery({
  name: "report.exportWorkPlanMatrix",
  permission: "report.export",
  input: MatrixInput,
  run: buildMatrix,
});
