"use server";

import { formAction } from "@/server/form-action";
import { setCycle } from "./server/set-cycle";
import { setSilence } from "./server/set-silence";

/** Saves which work cycle the overview opens on. */
export const saveCycle = formAction(setCycle, { goTo: () => "/settings?saved=cycle" });

/** Saves after how many days without an update an entry counts as silent. */
export const saveSilence = formAction(setSilence, { goTo: () => "/settings?saved=silence" });
