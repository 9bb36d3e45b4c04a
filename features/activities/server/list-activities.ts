import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import type { ActivityListQuery } from "../list-query";
import { refuseUnknownFilters } from "./parts/known";
import { listOrder, orderBeside } from "./parts/order";
import { type ActivityRow, joinBeside, selectRows, toRows } from "./parts/select";
import { listWhere } from "./parts/where";

const sums = {
  total: sql<number>`count(*)::int`,
  budgetUsd: sql<string | null>`sum(${planEntries.budgetApprovedUsd})`,
  progress: sql<number | null>`round(avg(${planEntries.progress}))::int`,
};

export type ActivityPage = {
  rows: ActivityRow[];
  /** Over the whole selection, not the page. */
  totals: { total: number; budgetUsd: string | null; progress: number | null };
  page: number;
  pageCount: number;
  can: { create: boolean };
};

/**
 * One page of plan entries, in the order and selection of the query, and what the whole selection adds up to.
 * @throws AppError NOT_FOUND for a page beyond the last and for filters by what does not exist
 */
export const listActivities = defineQuery({
  name: "activity.list",
  permission: "entry.read",
  input: z.custom<ActivityListQuery>((value) => typeof value === "object" && value !== null && "sort" in value),
  run: async ({ db, actor, input, context }): Promise<ActivityPage> => {
    await refuseUnknownFilters(db, input);
    const day = today(context);
    const { where, beside } = listWhere(db, actor, input);
    const [counts, raw] = await Promise.all([
      joinBeside(db.select(sums).from(planEntries).$dynamic(), beside, day).where(where),
      selectRows(db, {
        ...{ where, today: day, order: listOrder(input, context.locale) },
        beside: new Set([...beside, ...orderBeside(input)]),
        limit: input.size,
        offset: (input.page - 1) * input.size,
      }),
    ]);
    const totals = counts[0] ?? { total: 0, budgetUsd: null, progress: null };
    const pageCount = Math.max(1, Math.ceil(totals.total / input.size));
    if (input.page > pageCount) throw new AppError("NOT_FOUND");
    return {
      rows: await toRows(db, actor, raw),
      totals,
      page: input.page,
      pageCount,
      can: { create: can(actor, "activity.create") },
    };
  },
});
