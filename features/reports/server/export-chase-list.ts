import "server-only";
import { defineQuery } from "@/server/define";
import { buildChase, ChaseInput } from "../documents/outstanding-reports/read";

/** The chase list of a plan for a file that leaves the register. */
export const exportChaseList = defineQuery({
  name: "report.exportChaseList",
  permission: "report.export",
  input: ChaseInput,
  run: buildChase,
});
