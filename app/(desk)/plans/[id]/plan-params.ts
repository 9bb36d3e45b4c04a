import { getPlan } from "@/features/plans/server/get-plan";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PlanParams = Promise<{ id: string }>;

/** The plan of this address; an address that is no id is not found. */
export async function planOf(context: Context, params: PlanParams) {
  return getPlan(context, { planId: await rowIdOf(params) }).catch(toNotFound);
}
