import "server-only";
import { and, eq, exists, inArray, isNull, like, not, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryPriorities } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { foldText } from "@/domain/lao-text";
import type { Actor } from "@/domain/roles";
import { ownerRoles } from "@/domain/vocabulary";
import { gives } from "@/server/register/signals";
import { visibleEntries } from "@/server/scope";
import type { FacetName } from "../../list-columns";
import type { ActivityListQuery } from "../../list-query";

const one = { one: sql`1` };

/** `in (…)`, where the word `none` stands for an empty column. */
function choice(column: AnyPgColumn, values: readonly string[]): SQL | undefined {
  const named = values.filter((value) => value !== "none");
  const among = named.length > 0 ? inArray(column, named) : undefined;
  return values.includes("none") ? or(isNull(column), among) : among;
}

/** Each word of the search must occur, in any spelling that `foldText` joins; LIKE's own signs are taken literally. */
function searchFor(text: string): SQL | undefined {
  const words = foldText(text).split(" ").filter(Boolean).slice(0, 8);
  const escaped = words.map((word) => word.replace(/[\\%_]/g, "\\$&"));
  return and(...escaped.map((word) => like(activities.searchText, `%${word}%`)));
}

type Filters = Record<FacetName, (db: Database, query: ActivityListQuery, today: string) => SQL | undefined>;

/** The activity has one of these Desired Outcomes; `none` stands for an activity without any. */
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

/** One of these states is proponent, co-proponent or implementing agency. */
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
  period: (_db, { period }) => (period.length > 0 ? inArray(periods.code, period) : undefined),
  plan: (_db, { plan }) => (plan.length > 0 ? inArray(workPlans.id, plan.map(Number)) : undefined),
  stage: (_db, { stage }) => choice(planEntries.stage, stage),
  status: (_db, { status }) => choice(planEntries.status, status),
  schedule: (_db, { schedule }) => choice(planEntries.schedule, schedule),
  state: (_db, { state }) => choice(memberStates.code, state),
  owner: (db, { owner }) => (owner.length > 0 ? ownerAmong(db, owner) : undefined),
  partner: (db, { partner }) =>
    partner.length > 0
      ? or(
          inArray(partners.code, partner),
          exists(
            db
              .select(one)
              .from(entryParties)
              .innerJoin(sql`partners party_partner`, sql`party_partner.id = ${entryParties.partnerId}`)
              .where(and(eq(entryParties.entryId, planEntries.id), inArray(sql`party_partner.code`, partner))),
          ),
        )
      : undefined,
  outcome: (db, { outcome }) => outcomeAmong(db, outcome),
  priority: (db, { priority }) =>
    priority.length > 0
      ? exists(
          db
            .select(one)
            .from(entryPriorities)
            .where(and(eq(entryPriorities.entryId, planEntries.id), inArray(entryPriorities.kind, priority))),
        )
      : undefined,
  signal: (_db, { signal }, today) => or(...signal.map((one) => gives(one, today))),
  sample: (_db, { sample }) => (sample.length === 1 ? eq(activities.isSample, sample[0] === "yes") : undefined),
};

/**
 * The whole condition of the list: what the actor sees, what is searched, and each facet.
 * @param today the present day in Vientiane, `YYYY-MM-DD`
 * @param except a facet to leave out, so that its counts tell what choosing it would bring
 */
export function listWhere(
  db: Database,
  actor: Actor,
  query: ActivityListQuery,
  today: string,
  except?: FacetName,
): SQL | undefined {
  const narrowed = (Object.keys(filters) as FacetName[])
    .filter((name) => name !== except)
    .map((name) => filters[name](db, query, today));
  return and(visibleEntries(db, actor), query.q ? searchFor(query.q) : undefined, ...narrowed);
}
