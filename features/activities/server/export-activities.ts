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

/** More would be a copy of the register, not a list to read. */
const rowLimit = 10_000;

type Take = (rows: readonly ListedActivity[]) => void;

/**
 * Every row of the list's selection in its order, whatever page is on screen, as the register stood
 * at one moment; given to `take` some at a time.
 * @returns how many
 * @throws AppError REPORT_TOO_LARGE {rows, max} beyond 10,000 rows, of which some may have been
 *   given by then
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
          // Beside this transaction, which sees everything as it stood at its beginning.
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
