import "server-only";
import { defineDocument } from "../define-document";
import { talkingPointsAddress } from "./address";
import { composeTalkingPoints } from "./compose";
import { readTalking } from "./read";

/** The talking points for a session with a partner. */
export const talkingPoints = defineDocument({
  kind: "talking_points",
  address: talkingPointsAddress,
  read: readTalking,
  compose: composeTalkingPoints,
  file: ({ model, chosen: { partner }, query }) => ({
    name: `${model.title.text} – ${partner.code}`,
    asciiName: `talking-points-${partner.code}`,
    filters: { partner: partner.code, label: query.label },
  }),
});
