import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { readPlans } from "@/features/reports/read/read-plans";
import { today } from "@/server/context";
import { choosePeriod } from "@/server/register/choose-period";
import { countByPartner } from "@/server/register/count-entries";
import { readCurrentCycle } from "@/server/register/current-cycle";
import { readLines } from "@/server/register/entry-lines";
import { readPeriods } from "@/server/register/periods";
import { readOverview } from "@/server/register/read-overview";
import { planLines } from "@/server/scope";
import type { DocumentScope } from "../define-document";
import type { yearlyProgressAddress } from "./address";

/** Maximum number of rows. The document lists every row, and a longer one would not be read. */
const limits = { attention: 2000, changes: 2000 };

/**
 * Reads the yearly progress for managers: the numbers of the overview, counted by the same code and
 * in the same scope, with the rows behind them.
 * @throws AppError NOT_FOUND for an unknown period
 */
export async function readYearly({ db, actor, input, context }: DocumentScope<typeof yearlyProgressAddress>) {
  const [periods, cycle] = await Promise.all([readPeriods(db), readCurrentCycle(db, today(context))]);
  const found = choosePeriod(periods, cycle, { code: input.period, today: today(context) });
  if (!found) throw new AppError("NOT_FOUND");
  const { period, beside } = found;
  const scope = { db, actor, today: today(context) };
  const ids = beside ? [period.id, beside.id] : [period.id];
  const [overview, byPartner, entries, plans] = await Promise.all([
    readOverview(scope, found, limits),
    countByPartner(scope, period.id),
    readLines(scope, period.id),
    readPlans(db, and(eq(workPlans.framework, "adgsom_atrc"), inArray(workPlans.periodId, ids)), planLines(db, actor)),
  ]);
  return { data: { overview, byPartner, entries, plans }, chosen: { period: period.code } };
}
