import "server-only";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import type { ActivityListQuery } from "../list-query";
import { refuseUnknownFilters } from "./parts/known";
import { listOrder, orderBeside } from "./parts/order";
import { type ActivityRow, selectRows, toRows } from "./parts/select";
import { listWhere } from "./parts/where";

/** More would be a copy of the register, not a list to read. */
const rowLimit = 10_000;

/**
 * Every row of the list's selection in its order, whatever page is on screen.
 * @throws AppError REPORT_TOO_LARGE {rows, max} beyond 10,000 rows
 */
export const exportActivities = defineQuery({
  name: "activity.export",
  permission: "report.export",
  input: z.object({ query: z.custom<ActivityListQuery>((value) => typeof value === "object" && value !== null) }),
  run: async ({ db, actor, input: { query }, context }): Promise<ActivityRow[]> => {
    await refuseUnknownFilters(db, query);
    const { where, beside } = listWhere(db, actor, query);
    const raw = await selectRows(db, {
      ...{ where, today: today(context), order: listOrder(query, context.locale) },
      beside: new Set([...beside, ...orderBeside(query)]),
      ...{ limit: rowLimit + 1, offset: 0 },
    });
    if (raw.length > rowLimit) throw new AppError("REPORT_TOO_LARGE", { params: { rows: raw.length, max: rowLimit } });
    return toRows(db, actor, raw);
  },
});
