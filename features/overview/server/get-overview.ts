import "server-only";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { choosePeriod } from "@/server/register/choose-period";
import { readCurrentCycle } from "@/server/register/current-cycle";
import { readPeriods } from "@/server/register/periods";
import { readOverview } from "@/server/register/read-overview";

/** The most lines of each card. A link leads to the rest. */
const limits = { attention: 6, changes: 7 };

/**
 * The figures of a period, by default of the current cycle, and the periods to choose from.
 * @throws AppError NOT_FOUND if the period does not exist
 */
export const getOverview = defineQuery({
  name: "overview.get",
  permission: "overview.read",
  input: z.object({ period: z.string().nullable() }),
  run: async ({ db, actor, input, context }) => {
    const [all, cycle] = await Promise.all([readPeriods(db), readCurrentCycle(db, today(context))]);
    const chosen = choosePeriod(all, cycle, { code: input.period, today: today(context) });
    if (!chosen) throw new AppError("NOT_FOUND");
    const figures = await readOverview({ db, actor, today: today(context) }, chosen, limits);
    return { ...figures, after: chosen.after, periods: all, cycle, can: { setCycle: can(actor, "cycle.update") } };
  },
});

export type OverviewPage = Awaited<ReturnType<typeof getOverview>>;
