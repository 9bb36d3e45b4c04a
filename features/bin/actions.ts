"use server";

import { formAction, redrawAlways } from "@/server/form-action";
import { restoreFromBin } from "./server/restore-from-bin";

type Restored = Awaited<ReturnType<typeof restoreFromBin>>;

/** Where a restored thing is now; views have no page of their own. */
function placeOf({ kind, subjectId, ofId }: Restored) {
  if (kind === "entry") return `/activities/${subjectId}?saved=restored` as const;
  if (kind === "meeting") return `/meetings/${subjectId}` as const;
  if (kind === "paper") return `/meetings/${ofId ?? 0}` as const;
  if (kind === "view") return "/bin?saved=restored" as const;
  return `/activities/${ofId ?? 0}?saved=restored` as const;
}

/** Restores something from the bin and leads to it. */
export const restore = formAction(restoreFromBin, { goTo: placeOf, onRefusal: redrawAlways });
