import "server-only";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { AppError } from "@/domain/errors";
import { refuseAfterWait } from "@/server/auth/rights-now";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { activitiesAddress } from "../list-address";
import { listOrder, orderBeside } from "./lib/order";
import { readBatches } from "./lib/read-batches";
import { refuseUnknownFilters } from "./lib/refuse-unknown-filters";
import { type ListedActivity, type RawRow, selectRows, toListed } from "./lib/select";
import { listWhere } from "./lib/where";

/** More rows would be a copy of the register, not a list to read. */
const rowLimit = 10_000;

type Take = (rows: readonly ListedActivity[]) => void;

/**
 * All rows that match the list's filters, in its order and from one snapshot, regardless of the
 * page. Calls `take` with batches of rows.
 * @returns the number of rows
 * @throws AppError REPORT_TOO_LARGE {rows, max} for more than 10,000 rows, after some batches may
 *   have been taken
 */
export const exportActivities = defineQuery({
  name: "activity.export",
  permission: "report.export",
  givesAway: true,
  input: z.object({
    query: schemaOf(activitiesAddress),
    take: z.custom<Take>((value) => typeof value === "function"),
  }),
  run: async ({ db, actor, input: { query, take }, context }): Promise<number> => {
    await refuseUnknownFilters(db, query);
    const { where, beside } = listWhere(db, actor, query);
    const wanted = {
      where,
      today: today(context),
      order: listOrder(query, context.locale),
      beside: new Set([...beside, ...orderBeside(query)]),
      limit: rowLimit + 1,
      offset: 0,
    };
    const rows = await db.transaction(
      (tx) => {
        const statement = selectRows(tx, wanted).getSQL();
        const giveNext = async (raw: readonly RawRow[]) => {
          // Checked outside of this transaction, whose snapshot would not show later changes.
          await refuseAfterWait(context);
          take(raw.map(toListed));
        };
        return readBatches<RawRow>(tx, statement, giveNext);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    if (rows > rowLimit) throw new AppError("REPORT_TOO_LARGE", { params: { rows, max: rowLimit } });
    return rows;
  },
});
