"use server";

import type { ErrorCode } from "@/domain/errors";
import { formAction, idOf } from "@/server/form-action";
import { carryOverFields } from "./carry-over-fields";
import { carryOver } from "./server/carry-over";
import { closePlan } from "./server/close-plan";
import { createPlan } from "./server/create-plan";
import { editPlan } from "./server/edit-plan";
import { reopenPlan } from "./server/reopen-plan";

/** The plan's page, which says what was saved. */
const toPlan =
  (saved: "create" | "edit" | "close" | "reopen") =>
  ({ planId }: { planId: number }) =>
    `/plans/${planId}?saved=${saved}` as const;

/**
 * Once somebody else has closed or opened the year, drawing this page anew would answer that there
 * is no such page, and lose what was typed.
 */
const redrawUnlessGone = (code: ErrorCode) => code !== "PLAN_CLOSED" && code !== "PLAN_NOT_CLOSED";

/** Makes a work plan. */
export const create = formAction(createPlan, { goTo: toPlan("create") });

/** Saves a plan's titles, state and official numbers. */
export const edit = formAction(editPlan, { goTo: toPlan("edit") });

/** Settles entries of a year that ends, as the preview showed. */
export const settle = formAction(carryOver, {
  input: carryOverFields,
  goTo: (_, fields) => `/plans/${idOf(fields, "planId")}?saved=carryOver`,
  onRefusal: redrawUnlessGone,
});

/** Closes a year. */
export const close = formAction(closePlan, { goTo: toPlan("close"), onRefusal: redrawUnlessGone });

/** Opens a closed year again. */
export const reopen = formAction(reopenPlan, { goTo: toPlan("reopen"), onRefusal: redrawUnlessGone });
