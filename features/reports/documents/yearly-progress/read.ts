import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import type { Database } from "@/db/client";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import type { ReportModel } from "@/domain/report-model";
import type { Actor } from "@/domain/roles";
import { type Context, today } from "@/server/context";
import { choosePeriod } from "@/server/register/choose-period";
import { countByPartner } from "@/server/register/count-entries";
import { readCurrentCycle } from "@/server/register/current-cycle";
import { readLines } from "@/server/register/entry-lines";
import { readPeriods } from "@/server/register/periods";
import { readOverview } from "@/server/register/read-overview";
import { planLines } from "@/server/scope";
import { composeYearly } from "./compose";
import { yearlyProgressAddress } from "./address";
import { readPlans } from "@/features/reports/read/read-plans";
import { readFrame } from "@/features/reports/read/report-frame";

export const YearlyInput = schemaOf(yearlyProgressAddress);

type Scope = { db: Database; actor: Actor; input: z.output<typeof YearlyInput>; context: Context };

export type BuiltYearly = { model: ReportModel; chosen: { period: string } };

/** A paper names every row; more than this is no paper any more. */
const limits = { attention: 2000, changes: 2000 };

/**
 * The year for managers: the overview's numbers, counted by the same code and in the same scope, with the rows behind them.
 * @throws AppError NOT_FOUND for a period that is not there
 */
export async function buildYearly({ db, actor, input, context }: Scope): Promise<BuiltYearly> {
  const [periods, cycle] = await Promise.all([readPeriods(db), readCurrentCycle(db)]);
  const found = choosePeriod(periods, cycle, input.period);
  if (!found) throw new AppError("NOT_FOUND");
  const { period, beside } = found;
  const scope = { db, actor, today: today(context) };
  const ids = beside ? [period.id, beside.id] : [period.id];
  const [frame, overview, byPartner, entries, plans] = await Promise.all([
    readFrame(db, context, input),
    readOverview(scope, found, limits),
    countByPartner(scope, period.id),
    readLines(scope, period.id),
    readPlans(db, and(eq(workPlans.framework, "adgsom_atrc"), inArray(workPlans.periodId, ids)), planLines(db, actor)),
  ]);
  return { model: composeYearly(frame, { overview, byPartner, entries, plans }), chosen: { period: period.code } };
}
