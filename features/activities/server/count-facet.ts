import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgSelect } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Database } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryPriorities } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { signals } from "@/domain/signals";
import { ownerRoles, priorityKinds } from "@/domain/vocabulary";
import { type Context, today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { gives } from "@/server/register/signals";
import { type FacetName, facetNames } from "../list-columns";
import type { ActivityListQuery } from "../list-query";
import { joinTables } from "./parts/select";
import { listWhere } from "./parts/where";

/** One choice of a facet. Names of reference data come along; closed words are translated by who shows them. */
export type FacetChoice = { value: string; nameEn: string | null; nameLo: string | null; count: number };

type Named = { value: string; nameEn: string | null; nameLo: string | null };

const wordsOf = (words: readonly string[]): Named[] => words.map((value) => ({ value, nameEn: null, nameLo: null }));

/** Where the choices come from, and by what the rows are grouped. */
const facets: Record<FacetName, { key: AnyPgColumn | SQL; choices: (db: Database) => Promise<Named[]> | Named[] }> = {
  period: { key: periods.code, choices: (db) => named(db, periods, periods.startsOn) },
  plan: {
    key: workPlans.id,
    choices: (db) =>
      db
        .select({ value: sql<string>`${workPlans.id}::text`, nameEn: workPlans.titleEn, nameLo: workPlans.titleLo })
        .from(workPlans)
        .innerJoin(periods, eq(periods.id, workPlans.periodId))
        .orderBy(asc(periods.startsOn), asc(workPlans.id)),
  },
  stage: { key: planEntries.stage, choices: () => wordsOf([...stages, "none"]) },
  status: { key: planEntries.status, choices: () => wordsOf([...statuses, "none"]) },
  schedule: { key: planEntries.schedule, choices: () => wordsOf([...schedules, "none"]) },
  state: {
    key: memberStates.code,
    choices: async (db) => [...(await named(db, memberStates, memberStates.protocolOrder)), ...wordsOf(["none"])],
  },
  owner: {
    key: sql`owner_state.code`,
    choices: (db) => named(db, memberStates, memberStates.protocolOrder),
  },
  partner: { key: partners.code, choices: (db) => named(db, partners, partners.nameEn) },
  outcome: {
    key: outcomes.code,
    choices: async (db) => [...(await named(db, outcomes, outcomes.id)), ...wordsOf(["none"])],
  },
  priority: { key: entryPriorities.kind, choices: () => wordsOf(priorityKinds) },
  signal: { key: sql`given.signal`, choices: () => wordsOf(signals) },
  sample: {
    key: sql`case when ${activities.isSample} then 'yes' else 'no' end`,
    choices: () => wordsOf(["yes", "no"]),
  },
};

type NamedTable = typeof periods | typeof memberStates | typeof partners | typeof outcomes;

function named(db: Database, table: NamedTable, order: AnyPgColumn): Promise<Named[]> {
  return db.select({ value: table.code, nameEn: table.nameEn, nameLo: table.nameLo }).from(table).orderBy(asc(order));
}

/** An entry has many outcomes, priorities, owners and signals: it counts under each. */
function joinFacet<T extends PgSelect>(query: T, facet: FacetName, context: Context): void {
  if (facet === "outcome") {
    query
      .leftJoin(activityOutcomes, eq(activityOutcomes.activityId, planEntries.activityId))
      .leftJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId));
  }
  if (facet === "priority") query.innerJoin(entryPriorities, eq(entryPriorities.entryId, planEntries.id));
  if (facet === "owner") {
    query
      .innerJoin(
        entryParties,
        and(eq(entryParties.entryId, planEntries.id), inArray(entryParties.role, [...ownerRoles])),
      )
      .innerJoin(sql`member_states owner_state`, sql`owner_state.id = ${entryParties.memberStateId}`);
  }
  if (facet === "signal") {
    const rows = signals.map((signal) => sql`(${signal}::text, ${gives(signal, today(context))})`);
    query.innerJoin(sql`lateral (values ${sql.join(rows, sql`, `)}) given (signal, holds)`, sql`given.holds`);
  }
}

/**
 * The choices of one facet with the number of rows each would leave, given every other filter. A choice without rows stays only
 * while it is chosen.
 */
export const countFacet = defineQuery({
  name: "activity.countFacet",
  permission: "entry.read",
  input: z.object({
    facet: z.enum(facetNames),
    query: z.custom<ActivityListQuery>((value) => typeof value === "object" && value !== null),
  }),
  run: async ({ db, actor, input: { facet, query }, context }): Promise<FacetChoice[]> => {
    const { key, choices } = facets[facet];
    const value = sql<string>`coalesce((${key})::text, 'none')`;
    const fields = { value, count: sql<number>`count(distinct ${planEntries.id})::int` };
    const grouped = joinTables(db.select(fields).from(planEntries).$dynamic());
    joinFacet(grouped, facet, context);
    const [all, counted] = await Promise.all([
      choices(db),
      grouped.where(listWhere(db, actor, query, today(context), facet)).groupBy(value),
    ]);
    const countOf = new Map(counted.map((row) => [row.value, row.count]));
    const chosen: readonly string[] = query[facet];
    return all
      .map((choice) => ({ ...choice, count: countOf.get(choice.value) ?? 0 }))
      .filter((choice) => choice.count > 0 || chosen.includes(choice.value));
  },
});
