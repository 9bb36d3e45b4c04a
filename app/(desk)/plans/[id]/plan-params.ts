import { cache } from "react";
import { getPlan } from "@/features/plans/server/get-plan";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PlanParams = Promise<{ id: string }>;

/** Once per request: the page and its title in the browser ask the same. */
const readPlan = cache((context: Context, planId: number) => getPlan(context, { planId }).catch(toNotFound));

/** The plan of this address; an address that is no id is not found. */
export async function planOf(context: Context, params: PlanParams) {
  return readPlan(context, await rowIdOf(params));
}
