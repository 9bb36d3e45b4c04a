"use server";

import { formAction } from "@/server/form-action";
import { setCycle } from "./server/set-cycle";
import { setSilence } from "./server/set-silence";

/** Saves the current work cycle. */
export const saveCycle = formAction(setCycle, { goTo: () => "/settings?saved=cycle" });

/** Saves the number of days without an update after which an entry counts as silent. */
export const saveSilence = formAction(setSilence, { goTo: () => "/settings?saved=silence" });
