import "server-only";
import { defineDocument } from "../define-document";
import { yearlyProgressAddress } from "./address";
import { composeYearly } from "./compose";
import { readYearly } from "./read";

/** Yearly progress, for managers: the numbers of the overview with the rows behind them. */
export const yearlyProgress = defineDocument({
  kind: "yearly_progress",
  address: yearlyProgressAddress,
  read: readYearly,
  compose: composeYearly,
  file: ({ model, chosen: { period }, query }) => {
    const year = period.replace(/^CYCLE-/, "");
    return {
      name: `${model.title.text} – ${year}`,
      asciiName: `yearly-progress-${year}`,
      filters: { period, label: query.label },
    };
  },
});
