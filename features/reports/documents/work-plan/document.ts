import "server-only";
import { plainText } from "@/domain/report-model";
import { defineDocument } from "../define-document";
import { workPlanAddress } from "./address";
import { composeMatrix } from "./compose";
import { readMatrix } from "./read";

/** The work plan matrix: every entry of a plan, or of all plans of a period. */
export const workPlanMatrix = defineDocument({
  kind: "work_plan_matrix",
  address: workPlanAddress,
  read: readMatrix,
  compose: composeMatrix,
  file: ({ model, chosen: { plan }, query }) => ({
    name: `${model.title.text} – ${model.subtitle ? plainText(model.subtitle) : plan}`,
    asciiName: `work-plan-matrix-${plan}`,
    filters: { plan, label: query.label },
  }),
});
