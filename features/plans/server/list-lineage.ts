import "server-only";
import { asc, eq, exists, sql } from "drizzle-orm";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import type { Database } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { outcomes } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { lineageAddress } from "../lineage-address";
import { readLineageCells, readLineageRows, readLineageYears } from "./lib/lineage-rows";

const pageSize = 50;

const Input = z.object({ query: schemaOf(lineageAddress) });

/**
 * Activities by year: a page of the activities that are in several plans (or of all), with stage
 * and status in each period, as far as the actor may see them.
 * @throws AppError NOT_FOUND beyond the last page, and for an unknown member state
 */
export const listLineage = defineQuery({
  name: "plan.listLineage",
  permission: "plan.read",
  input: Input,
  run: async ({ db, actor, context, input: { query } }) => {
    const offset = (query.page - 1) * pageSize;
    const wanted = { filters: query, locale: context.locale, limit: pageSize, offset };
    const rows = await readLineageRows(db, actor, wanted);
    if (rows.length === 0 && query.page > 1) throw new AppError("NOT_FOUND");
    const ids = rows.map(({ id }) => id);
    const [cells, years, choices] = await Promise.all([
      readLineageCells(db, actor, query, ids),
      readLineageYears(db, query),
      readChoices(db),
    ]);
    const total = rows[0]?.total ?? 0;
    const shown = { from: rows.length === 0 ? 0 : offset + 1, to: offset + rows.length };
    return { rows, cells, years, choices, total, ...shown, pageCount: Math.max(1, Math.ceil(total / pageSize)) };
  },
});

export type LineagePage = Awaited<ReturnType<typeof listLineage>>;

/** The choices of the filters: partners that have plans, Desired Outcomes, member states. */
async function readChoices(db: Database) {
  const hasPlan = exists(db.select({ one: sql`1` }).from(workPlans).where(eq(workPlans.partnerId, partners.id)));
  const [partnerRows, outcomeRows, stateRows] = await Promise.all([
    db
      .select({ code: partners.code, en: partners.nameEn, lo: partners.nameLo })
      .from(partners)
      .where(hasPlan)
      .orderBy(asc(partners.nameEn)),
    db
      .select({ code: outcomes.code, en: outcomes.nameEn, lo: outcomes.nameLo })
      .from(outcomes)
      .orderBy(asc(outcomes.masterplanId), asc(outcomes.ordinal)),
    db
      .select({ code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
      .from(memberStates)
      .orderBy(asc(memberStates.protocolOrder)),
  ]);
  return { partners: partnerRows, outcomes: outcomeRows, states: stateRows };
}
