"use server";

import { refresh } from "next/cache";
import { rememberSingleKeys } from "@/components/shell/single-keys";
import { rememberTheme } from "@/components/shell/theme-cookie";
import { runAction } from "@/server/action";
import { formAction } from "@/server/form-action";
import { removeSample } from "./server/remove-sample";
import { setTakingBack } from "./server/set-taking-back";

/** Sets the colour theme of this browser: light, dark, or that of the system. */
export async function setTheme(form: FormData): Promise<void> {
  await runAction(form, () => rememberTheme(form.get("theme")));
  refresh();
}

/** Switches single-key shortcuts on or off in this browser. */
export async function setSingleKeys(form: FormData): Promise<void> {
  await runAction(form, () => rememberSingleKeys(form.get("singleKeys") === "on"));
  refresh();
}

/** Saves how long updates can be corrected and removed things restored. */
export const saveTakingBack = formAction(setTakingBack, { goTo: () => "/settings?saved=taking-back" });

/** Removes the sample register, after the person has confirmed it with the check box. */
export const removeSampleRegister = formAction(removeSample, { goTo: () => "/settings?saved=sample" });
