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
/** The days before and after today that are shown where none are chosen. */
const usual = { before: 365, after: 365 };

const Input = z.object({ query: schemaOf(deadlinesAddress) });

/**
 * A page of the days that matter, as far as the actor sees them: deadlines that people set, what
 * the rules ask, and meetings. What is over shows itself only when it is asked for.
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
    // The number of all stands beside the rows: where there are none, nothing was found, or the
    // page is beyond the last.
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
