"use server";

import { revalidatePath } from "next/cache";
import { type FormState, formValues, runAction } from "@/server/action";
import { changeProgress } from "./server/change-progress";

type Changed = { changed: number };

/** Changes status, schedule or progress of one row or of the selected rows, all or nothing. */
export async function changeRows(_state: FormState<Changed>, form: FormData): Promise<FormState<Changed>> {
  const state = await runAction(form, (context) => {
    const { rows = [], status, schedule, scheduleReason, progress } = formValues(form);
    return changeProgress(context, { rows, status, schedule, scheduleReason, progress });
  });
  if (state?.ok) revalidatePath("/", "layout");
  return state;
}
