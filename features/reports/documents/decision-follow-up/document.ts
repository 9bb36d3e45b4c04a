import "server-only";
import { defineDocument } from "../define-document";
import { followUpAddress } from "./address";
import { composeFollowUp } from "./compose";
import { readFollowUp } from "./read";

/**
 * The follow-up of decisions: those that ask for something, who has to do it, the deadline, and
 * whether it is done.
 */
export const decisionFollowUp = defineDocument({
  kind: "decision_follow_up",
  address: followUpAddress,
  read: readFollowUp,
  compose: composeFollowUp,
  file: ({ model, chosen: { period }, query }) => ({
    name: `${model.title.text} – ${period.replace(/^CYCLE-/, "")}`,
    asciiName: `decision-follow-up-${period}`,
    filters: { period, open: query.open ?? "", label: query.label },
  }),
});
