import "server-only";
import { and, asc, desc, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { inOrderOf } from "@/db/order";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";
import type { LineageQuery, LineageSort } from "@/features/plans/lineage-address";
import { ownedBy, visibleEntries } from "@/server/scope";

type Filters = Pick<LineageQuery, "framework" | "partner" | "outcome" | "state" | "all" | "sort">;

function ofPlans({ framework, partner }: Filters): SQL | undefined {
  return and(
    framework === null ? undefined : eq(workPlans.framework, framework),
    partner === null ? undefined : eq(partners.code, partner),
  );
}

function ofOutcome(db: Database, code: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(activityOutcomes)
      .innerJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId))
      .where(and(eq(activityOutcomes.activityId, planEntries.activityId), eq(outcomes.code, code))),
  );
}

const years = sql<number>`count(*)::int`;

/** Titles in the reader's language first, in ICU order as in the list of activities. */
function keyOf(key: LineageSort, locale: Locale): SQL {
  if (key === "years") return sql`count(*)`;
  if (key === "code") return sql`${activities.code}`;
  return locale === "lo"
    ? inOrderOf(locale, sql`coalesce(${activities.titleLo}, ${activities.titleEn})`)
    : inOrderOf(locale, sql`coalesce(${activities.titleEn}, ${activities.titleLo})`);
}

/** @throws AppError NOT_FOUND for an unknown state */
async function stateOf(db: Database, code: string | null): Promise<number | null> {
  if (code === null) return null;
  const [state] = await db.select({ id: memberStates.id }).from(memberStates).where(eq(memberStates.code, code));
  if (!state) throw new AppError("NOT_FOUND");
  return state.id;
}

export type LineageRow = Awaited<ReturnType<typeof readLineageRows>>[number];

type Wanted = { filters: Filters; locale: Locale; limit: number; offset: number };

/**
 * Activities with the number of plans in which the actor sees them; by default only those in
 * several plans. Each row has the total number.
 */
export async function readLineageRows(db: Database, actor: Actor, { filters, locale, limit, offset }: Wanted) {
  const stateId = await stateOf(db, filters.state);
  const turned = filters.sort.direction === "desc" ? desc : asc;
  return db
    .select({
      id: activities.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      original: activities.originalLocale,
      isSample: activities.isSample,
      years: years.as("years"),
      total: sql<number>`count(*) over ()::int`.as("total"),
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(
      and(
        visibleEntries(db, actor),
        ofPlans(filters),
        filters.outcome === null ? undefined : ofOutcome(db, filters.outcome),
      ),
    )
    .groupBy(activities.id)
    .having(
      and(
        filters.all === null ? sql`count(*) > 1` : undefined,
        stateId === null ? undefined : sql`bool_or(${ownedBy(db, stateId)})`,
      ),
    )
    .orderBy(turned(keyOf(filters.sort.key, locale)), asc(activities.code), asc(activities.id))
    .limit(limit)
    .offset(offset);
}

export type LineageCell = Awaited<ReturnType<typeof readLineageCells>>[number];

/**
 * The entries of these activities that match the filters and that the actor may see, each with its
 * period.
 */
export async function readLineageCells(db: Database, actor: Actor, filters: Filters, activityIds: readonly number[]) {
  if (activityIds.length === 0) return [];
  return db
    .select({
      id: planEntries.id,
      activityId: planEntries.activityId,
      periodId: workPlans.periodId,
      partner: partners.code,
      stage: planEntries.stage,
      status: planEntries.status,
      phase: planEntries.phase,
      carriedFromId: planEntries.carriedFromId,
      isMerged: sql<boolean>`${planEntries.mergedIntoId} is not null`,
    })
    .from(planEntries)
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(and(inArray(planEntries.activityId, [...activityIds]), visibleEntries(db, actor), ofPlans(filters)))
    .orderBy(sql`${partners.code} asc nulls first`, asc(planEntries.id));
}

export type LineageYear = Awaited<ReturnType<typeof readLineageYears>>[number];

/** The periods with plans of this framework or partner, by start. */
export async function readLineageYears(db: Database, filters: Filters) {
  return db
    .selectDistinct({
      id: periods.id,
      en: periods.nameEn,
      lo: periods.nameLo,
      startsOn: periods.startsOn,
      endsOn: periods.endsOn,
    })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(ofPlans(filters))
    .orderBy(asc(periods.startsOn), asc(periods.endsOn), asc(periods.id));
}
