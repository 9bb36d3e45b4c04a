import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { countWithSource, EditPlanInput, NewPlanInput } from "@/features/plans/schema";
import { createPlan } from "@/features/plans/server/create-plan";
import { editPlan } from "@/features/plans/server/edit-plan";
import { getPlan } from "@/features/plans/server/get-plan";
import { listPlans } from "@/features/plans/server/list-plans";
import type { Endpoint, Reply } from "@/server/api/endpoint";
import type { Context } from "@/server/context";
import { without } from "./body";
import * as results from "./results";

const planAfter = async (context: Context, planId: string): Promise<Reply> => {
  const page = await getPlan(context, { planId });
  return { body: page, versions: [page.plan.version] };
};

/** Work plans, meetings, and the register's reference lists. */
export const planEndpoints: readonly Endpoint[] = [
  {
    id: "listPlans",
    method: "GET",
    path: "/plans",
    result: results.PlanList,
    run: async (context) => ({ body: await listPlans(context, {}) }),
  },
  {
    id: "createPlan",
    method: "POST",
    path: "/plans",
    body: NewPlanInput,
    result: results.NewPlan,
    run: async (context, { body }) => {
      const made = await createPlan(context, body as Parameters<typeof createPlan>[1]);
      return { status: 201, body: made, location: `/plans/${made.planId}` };
    },
    reach: (context, _call, { body }) => getPlan(context, body as { planId: number }),
  },
  {
    id: "getPlan",
    method: "GET",
    path: "/plans/{id}",
    result: results.Plan,
    run: (context, { params }) => planAfter(context, params.id ?? ""),
  },
  {
    id: "replacePlan",
    method: "PUT",
    path: "/plans/{id}",
    body: without(EditPlanInput, "planId", "version").meta(countWithSource),
    needsVersion: true,
    result: results.Plan,
    run: async (context, { params, body, seen }) => {
      const input = { ...(body as object), planId: params.id, version: seen.version };
      await editPlan(context, input as Parameters<typeof editPlan>[1]);
      return planAfter(context, params.id ?? "");
    },
  },
  {
    id: "listMeetings",
    method: "GET",
    path: "/meetings",
    result: results.Meetings,
    run: async (context) => ({ body: await listFormChoices(context, {}) }),
  },
  {
    id: "getReference",
    method: "GET",
    path: "/reference",
    result: results.Reference,
    run: async (context) => ({ body: await listFormChoices(context, {}) }),
  },
];
