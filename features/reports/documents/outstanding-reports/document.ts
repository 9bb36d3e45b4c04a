import "server-only";
import { defineDocument } from "../define-document";
import { outstandingReportsAddress } from "./address";
import { composeChaseList } from "./compose";
import { readOutstanding } from "./read";

/** The outstanding reports of a plan, by member state. */
export const outstandingReports = defineDocument({
  kind: "chase_list",
  address: outstandingReportsAddress,
  read: readOutstanding,
  compose: composeChaseList,
  file: ({ model, chosen: { plan }, query: { state, label } }) => ({
    name: `${model.title.text}${state ? ` – ${state}` : ""}`,
    asciiName: `chase-list${state ? `-${state}` : ""}`,
    filters: { plan: String(plan.id), state: state ?? "", label },
  }),
});
