import "server-only";
import { and, eq, exists, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryPriorities } from "@/db/schema/entry-parts";
import { folded } from "@/db/schema/folded";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import type { Actor } from "@/domain/roles";
import { ownerRoles } from "@/domain/vocabulary";
import type { ActivityListQuery } from "@/features/activities/list-address";
import type { FacetName } from "@/features/activities/list-columns";
import { matchesWords } from "@/server/matches-words";
import { signalConditions } from "@/server/register/signals";
import { visibleEntries } from "@/server/scope";
import type { Beside } from "./select";

const one = { one: sql`1` };

/** `in (…)`; the value `none` selects rows where the column is null. */
function choice(column: AnyPgColumn, values: readonly string[]): SQL | undefined {
  const named = values.filter((value) => value !== "none");
  const among = named.length > 0 ? inArray(column, named) : undefined;
  return values.includes("none") ? or(isNull(column), among) : among;
}

/** SQL condition of each active facet. */
type Filters = Record<FacetName, (db: Database, query: ActivityListQuery) => SQL | undefined>;

/**
 * True if the activity has one of these Desired Outcomes; `none` selects activities without any.
 */
function outcomeAmong(db: Database, codes: readonly string[]): SQL | undefined {
  const of = (condition?: SQL) =>
    exists(
      db
        .select(one)
        .from(activityOutcomes)
        .innerJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId))
        .where(and(eq(activityOutcomes.activityId, planEntries.activityId), condition)),
    );
  const named = codes.filter((code) => code !== "none");
  const among = named.length > 0 ? of(inArray(outcomes.code, named)) : undefined;
  return codes.includes("none") ? or(not(of()), among) : among;
}

/** True if one of these states is proponent, co-proponent or implementing agency. */
function ownerAmong(db: Database, codes: readonly string[]): SQL {
  return exists(
    db
      .select(one)
      .from(entryParties)
      .innerJoin(sql`member_states owner_state`, sql`owner_state.id = ${entryParties.memberStateId}`)
      .where(
        and(
          eq(entryParties.entryId, planEntries.id),
          inArray(entryParties.role, [...ownerRoles]),
          inArray(sql`owner_state.code`, [...codes]),
        ),
      ),
  );
}

const filters: Filters = {
  period: (_db, { period }) => inArray(periods.code, period),
  plan: (_db, { plan }) => inArray(planEntries.workPlanId, plan.map(Number)),
  stage: (_db, { stage }) => choice(planEntries.stage, stage),
  status: (_db, { status }) => choice(planEntries.status, status),
  schedule: (_db, { schedule }) => choice(planEntries.schedule, schedule),
  state: (_db, { state }) => choice(memberStates.code, state),
  owner: (db, { owner }) => ownerAmong(db, owner),
  partner: (db, { partner }) =>
    or(
      inArray(partners.code, partner),
      exists(
        db
          .select(one)
          .from(entryParties)
          .innerJoin(sql`partners party_partner`, sql`party_partner.id = ${entryParties.partnerId}`)
          .where(and(eq(entryParties.entryId, planEntries.id), inArray(sql`party_partner.code`, partner))),
      ),
    ),
  outcome: (db, { outcome }) => outcomeAmong(db, outcome),
  priority: (db, { priority }) =>
    exists(
      db
        .select(one)
        .from(entryPriorities)
        .where(and(eq(entryPriorities.entryId, planEntries.id), inArray(entryPriorities.kind, priority))),
    ),
  signal: (_db, { signal }) => or(...signal.map((one) => signalConditions[one])),
  sample: (_db, { sample }) => (sample.length === 1 ? eq(activities.isSample, sample[0] === "yes") : undefined),
};

/** The joined tables that a facet refers to. */
const facetBeside: Partial<Record<FacetName, readonly Beside[]>> = {
  period: ["plan"],
  partner: ["plan"],
  state: ["lead"],
  sample: ["activity"],
  signal: ["referenceDate"],
};

export type ListCondition = { where: SQL | undefined; beside: Set<Beside> };

/**
 * The whole condition of the list (what the actor sees, the search text, and each facet), with the
 * joined tables it refers to.
 * @param except a facet to leave out, for counting its choices
 */
export function listWhere(db: Database, actor: Actor, query: ActivityListQuery, except?: FacetName): ListCondition {
  const used = (Object.keys(filters) as FacetName[]).filter((name) => name !== except && query[name].length > 0);
  const searched = matchesWords(folded.activity, query.q);
  const where = and(visibleEntries(db, actor), searched, ...used.map((name) => filters[name](db, query)));
  const beside = new Set(used.flatMap((name) => facetBeside[name] ?? []));
  return { where, beside: searched ? beside.add("activity") : beside };
}
