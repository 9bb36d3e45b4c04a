import "server-only";
import { defineDocument } from "../define-document";
import { countryProgressAddress } from "./address";
import { composeProgress } from "./compose";
import { readProgress } from "./read";

/** The country progress report of one member state for a meeting. */
export const countryProgress = defineDocument({
  kind: "country_progress",
  address: countryProgressAddress,
  read: readProgress,
  compose: (frame, { sections, ...data }) => composeProgress(frame, data, sections),
  file: ({ model, chosen: { state, period, meeting }, query }) => ({
    name: `${model.title.text} – ${state} ${period.replace(/^CYCLE-/, "")}`,
    asciiName: `country-progress-${state}-${period}`,
    filters: { state, period, meeting, sections: query.sections.join(","), label: query.label },
  }),
});
