import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgSelect } from "drizzle-orm/pg-core";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import type { Database } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { entryParties, entryPriorities } from "@/db/schema/entry-parts";
import { outcomes } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { type Signal, signals } from "@/domain/signals";
import { ownerRoles } from "@/domain/vocabulary";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { signalConditions } from "@/server/register/signals";
import { activitiesAddress } from "../list-address";
import { type FacetName, facetNames } from "../list-columns";
import { facets, type NamedChoice } from "./lib/facets";
import { type Beside, joinBeside } from "./lib/select";
import { listWhere } from "./lib/where";

/**
 * One choice of a facet. Names of reference data are included; labels of closed lists are added by
 * the component.
 */
export type FacetChoice = NamedChoice & { count: number };

/** Joins outcomes, priorities or owners. An entry has several of them and counts under each. */
function joinFacet<T extends PgSelect>(query: T, facet: FacetName): void {
  if (facet === "outcome") {
    query
      .leftJoin(activityOutcomes, eq(activityOutcomes.activityId, planEntries.activityId))
      .leftJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId));
  }
  if (facet === "priority") query.innerJoin(entryPriorities, eq(entryPriorities.entryId, planEntries.id));
  if (facet === "partner") {
    // The plan's partner and the partners that are parties, without duplicates.
    query
      .innerJoin(
        sql`lateral (select ${workPlans.partnerId} as id union
          select party.partner_id from entry_parties party where party.entry_id = ${planEntries.id}) with_partner`,
        sql`true`,
      )
      .innerJoin(sql`partners any_partner`, sql`any_partner.id = with_partner.id`);
  }
  if (facet === "owner") {
    query
      .innerJoin(
        entryParties,
        and(eq(entryParties.entryId, planEntries.id), inArray(entryParties.role, [...ownerRoles])),
      )
      .innerJoin(sql`member_states owner_state`, sql`owner_state.id = ${entryParties.memberStateId}`);
  }
}

type Counted = { value: string; count: number }[];
type Selection = { where: SQL | undefined; beside: ReadonlySet<Beside>; day: string };

/** Counts all signals in one pass over the entries. */
async function countSignals(db: Database, { where, beside, day }: Selection): Promise<Counted> {
  const counts = Object.fromEntries(
    signals.map((signal) => [signal, sql<number>`(count(*) filter (where ${signalConditions[signal]}))::int`]),
  ) as Record<Signal, SQL<number>>;
  const [row] = await joinBeside(db.select(counts).from(planEntries).$dynamic(), beside, day).where(where);
  return signals.map((value) => ({ value, count: row?.[value] ?? 0 }));
}

function countGroups(db: Database, facet: FacetName, { where, beside, day }: Selection): Promise<Counted> {
  const { key, isRepeated } = facets[facet];
  const value = sql<string>`coalesce((${key})::text, 'none')`;
  const count = isRepeated ? sql<number>`count(distinct ${planEntries.id})::int` : sql<number>`count(*)::int`;
  const grouped = joinBeside(db.select({ value, count }).from(planEntries).$dynamic(), beside, day);
  joinFacet(grouped, facet);
  return grouped.where(where).groupBy(value);
}

/**
 * The choices of one facet with the number of rows that each would leave under all other filters. A
 * choice without rows is listed only if it is chosen.
 */
export const countFacet = defineQuery({
  name: "activity.countFacet",
  permission: "entry.read",
  input: z.object({
    facet: z.enum(facetNames),
    query: schemaOf(activitiesAddress),
  }),
  run: async ({ db, actor, input: { facet, query }, context }): Promise<FacetChoice[]> => {
    const { choices, beside = [] } = facets[facet];
    const condition = listWhere(db, actor, query, facet);
    const selection = {
      where: condition.where,
      beside: new Set([...condition.beside, ...beside]),
      day: today(context),
    };
    const [all, counted] = await Promise.all([
      choices(db),
      facet === "signal" ? countSignals(db, selection) : countGroups(db, facet, selection),
    ]);
    const countOf = new Map(counted.map((row) => [row.value, row.count]));
    const chosen: readonly string[] = query[facet];
    return all
      .map((choice) => ({ ...choice, count: countOf.get(choice.value) ?? 0 }))
      .filter((choice) => choice.count > 0 || chosen.includes(choice.value));
  },
});
