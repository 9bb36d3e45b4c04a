import "server-only";
import { defineQuery } from "@/server/define";
import { buildChase, ChaseInput } from "../documents/outstanding-reports/read";

/** The chase list of a plan for the screen. */
export const buildChaseList = defineQuery({
  name: "report.buildChaseList",
  permission: "report.read",
  input: ChaseInput,
  run: buildChase,
});
