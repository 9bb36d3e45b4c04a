import { cache } from "react";
import { getPlan } from "@/features/plans/server/get-plan";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PlanParams = Promise<{ id: string }>;

/** Cached per request, because the page and its metadata both need it. */
const readPlan = cache((context: Context, planId: number) => getPlan(context, { planId }).catch(toNotFound));

/** The plan of this address; not found if the address has no valid id. */
export async function planOf(context: Context, params: PlanParams) {
  return readPlan(context, await rowIdOf(params));
}
