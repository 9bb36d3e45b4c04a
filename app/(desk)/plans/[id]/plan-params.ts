import type { Metadata } from "next";
import { cache } from "react";
import { getPlan } from "@/features/plans/server/get-plan";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type PlanParams = Promise<{ id: string }>;

/** Cached per request, because the page and its metadata both need it. */
const readPlan = cache((context: Context, planId: number) => getPlan(context, { planId }).catch(toNotFound));

/** The plan of this address; not found if the address has no valid id. */
export async function planOf(context: Context, params: PlanParams) {
  return readPlan(context, await rowIdOf(params));
}

/** The title of a page that belongs to the plan, for the tab and the history of the browser. */
export async function planTitle(params: PlanParams, page: string): Promise<Metadata> {
  const context = await pageContext();
  const { plan } = await planOf(context, params);
  return { title: `${page} · ${(context.locale === "lo" && plan.lo) || plan.en}` };
}
