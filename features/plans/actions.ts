"use server";

import type { ErrorCode } from "@/domain/errors";
import { formAction, idOf } from "@/server/form-action";
import { carryOverFields } from "./carry-over-fields";
import { carryOver } from "./server/carry-over";
import { closePlan } from "./server/close-plan";
import { createPlan } from "./server/create-plan";
import { editPlan } from "./server/edit-plan";
import { reopenPlan } from "./server/reopen-plan";

/** The plan's page, which confirms what was saved. */
const toPlan =
  (saved: "create" | "edit" | "close" | "reopen") =>
  ({ planId }: { planId: number }) =>
    `/plans/${planId}?saved=${saved}` as const;

/**
 * If somebody else has closed or reopened the year, a redraw of this page would answer NOT_FOUND
 * and lose what was typed.
 */
const redrawUnlessGone = (code: ErrorCode) => code !== "PLAN_CLOSED" && code !== "PLAN_NOT_CLOSED";

/** Creates a work plan. */
export const create = formAction(createPlan, { goTo: toPlan("create") });

/** Saves a plan's titles, state and official counts. */
export const edit = formAction(editPlan, { goTo: toPlan("edit") });

/** Carries over or ends entries of a closing year, as the preview showed. */
export const confirmCarryOver = formAction(carryOver, {
  input: carryOverFields,
  goTo: (_, fields) => `/plans/${idOf(fields, "planId")}?saved=carryOver`,
  onRefusal: redrawUnlessGone,
});

export const close = formAction(closePlan, { goTo: toPlan("close"), onRefusal: redrawUnlessGone });

/** Reopens a closed year. */
export const reopen = formAction(reopenPlan, { goTo: toPlan("reopen"), onRefusal: redrawUnlessGone });
