import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import type { Database } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readReferenceDate } from "@/server/register/reference-date";
import { silence } from "@/server/register/silence";
import { readSetting } from "@/server/settings";
import { statesAddress } from "../address";
import { readShareCells, readShareRows, readStateFigures } from "./lib/state-shares";

const pageSize = 50;

const Input = z.object({
  planId: rowId,
  query: schemaOf(statesAddress),
});

/**
 * A plan's entries by member state, as far as the actor may see them: the figures of each state,
 * and a page of entries with the share of each state (or of the chosen one).
 * @throws AppError NOT_FOUND for an unknown plan or state, and beyond the last page
 */
export const listStateShares = defineQuery({
  name: "plan.listStateShares",
  permission: "plan.read",
  input: Input,
  run: async ({ db, actor, context, input: { planId, query } }) => {
    const plan = await planWithPeriod(db, planId);
    const scope = { db, actor, today: today(context), plan };
    const [states, referenceDate, { value: quiet }] = await Promise.all([
      readStateFigures(scope),
      readReferenceDate(db, plan.periodId, scope.today),
      readSetting(db, silence),
    ]);
    const chosen = states.find(({ code }) => code === query.state) ?? null;
    if (query.state !== null && !chosen) throw new AppError("NOT_FOUND");
    const offset = (query.page - 1) * pageSize;
    const stateId = chosen?.id ?? null;
    const rows = await readShareRows(scope, { stateId, isSilentOnly: query.silent !== null }, pageSize, offset);
    if (rows.length === 0 && query.page > 1) throw new AppError("NOT_FOUND");
    const ids = rows.map(({ id }) => id);
    const cells = await readShareCells(scope, ids, stateId);
    const total = rows[0]?.total ?? 0;
    return {
      plan,
      states,
      chosen,
      rows,
      cells,
      total,
      today: scope.today,
      day: referenceDate.day,
      silentAfter: quiet.days,
      from: rows.length === 0 ? 0 : offset + 1,
      to: offset + rows.length,
      pageCount: Math.max(1, Math.ceil(total / pageSize)),
    };
  },
});

export type StateShares = Awaited<ReturnType<typeof listStateShares>>;

async function planWithPeriod(db: Database, planId: number) {
  const [plan] = await db
    .select({
      id: workPlans.id,
      state: workPlans.state,
      en: workPlans.titleEn,
      lo: workPlans.titleLo,
      periodId: periods.id,
      endsOn: periods.endsOn,
    })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(eq(workPlans.id, planId));
  if (!plan) throw new AppError("NOT_FOUND");
  return plan;
}
