import "server-only";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { addDays } from "@/domain/days";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { readSetting } from "@/server/settings";
import { deadlinesAddress } from "../address";
import { describeDeadlines } from "./lib/deadline-lines";
import { selectDeadlines } from "./lib/deadline-rows";
import { deadlineRules } from "./lib/rules";

const pageSize = 50;
/** The range of days before and after today if none is chosen. */
const usual = { before: 365, after: 365 };

const Input = z.object({ query: schemaOf(deadlinesAddress) });

/**
 * A page of the days that the actor may see: deadlines that people set, requirements of the rules,
 * and meetings. What is done is left out unless it is requested.
 * @throws AppError NOT_FOUND beyond the last page
 */
export const listDeadlines = defineQuery({
  name: "deadlines.list",
  permission: "milestone.read",
  input: Input,
  run: async ({ db, actor, context, input: { query } }) => {
    const day = today(context);
    const window = { from: query.from ?? addDays(day, -usual.before), to: query.to ?? addDays(day, usual.after) };
    const scope = { db, actor, today: day };
    const { kind, state, sort } = query;
    const offset = (query.page - 1) * pageSize;
    const order = { ...sort, locale: context.locale };
    const found = await selectDeadlines(scope, { window, kind, state, order, limit: pageSize, offset });
    // The total is a column of the rows: without rows, nothing matched or the page is beyond the
    // last.
    if (found.length === 0 && query.page > 1) throw new AppError("NOT_FOUND");
    const total = found[0]?.total ?? 0;
    const { disbursedPercent } = (await readSetting(db, deadlineRules)).value;
    return {
      rows: await describeDeadlines(scope, found),
      total,
      from: found.length === 0 ? 0 : offset + 1,
      to: offset + found.length,
      pageCount: Math.max(1, Math.ceil(total / pageSize)),
      window,
      today: day,
      disbursedPercent,
    };
  },
});

export type DeadlinesPage = Awaited<ReturnType<typeof listDeadlines>>;
