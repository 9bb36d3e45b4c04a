import "server-only";
import { schemaOf } from "@/address/schema-of";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { isDesk } from "@/domain/roles";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { activitiesAddress } from "../list-address";
import { listOrder, orderBeside } from "./lib/order";
import { refuseUnknownFilters } from "./lib/refuse-unknown-filters";
import { type ActivityRow, selectPage, toRows } from "./lib/select";
import { listWhere } from "./lib/where";

export type ActivityPage = {
  rows: ActivityRow[];
  /** Of all matching rows, not of the page. */
  totals: { total: number; budgetUsd: string | null; progress: number | null };
  page: number;
  pageCount: number;
  can: { create: boolean; saveView: boolean; shareView: boolean };
};

/**
 * One page of plan entries that match the query, in its order, and the totals of all matching rows.
 * @throws AppError NOT_FOUND beyond the last page and for unknown filter values
 */
export const listActivities = defineQuery({
  name: "activity.list",
  permission: "entry.read",
  input: schemaOf(activitiesAddress),
  run: async ({ db, actor, input, context }): Promise<ActivityPage> => {
    await refuseUnknownFilters(db, input);
    const { where, beside } = listWhere(db, actor, input);
    const wanted = {
      where,
      today: today(context),
      order: listOrder(input, context.locale),
      beside: new Set([...beside, ...orderBeside(input)]),
      limit: input.size,
      offset: (input.page - 1) * input.size,
    };
    const raw = await selectPage(db, wanted, beside);
    // The totals are a column of the rows: without rows, nothing matched or the page is beyond the
    // last.
    if (raw.length === 0 && input.page > 1) throw new AppError("NOT_FOUND");
    const totals = raw[0]?.totals ?? { total: 0, budgetUsd: null, progress: null };
    return {
      rows: await toRows(db, actor, raw),
      totals,
      page: input.page,
      pageCount: Math.max(1, Math.ceil(totals.total / input.size)),
      can: {
        create: can(actor, "activity.create"),
        saveView: can(actor, "view.write"),
        shareView: isDesk(actor.role),
      },
    };
  },
});
