"use server";

import { formAction } from "@/server/form-action";
import { saveHomeOrganisation } from "./server/save-home-organisation";

/** Saves the head and signature of official documents. */
export const saveHome = formAction(saveHomeOrganisation, { goTo: () => "/reports?saved=settings" });
