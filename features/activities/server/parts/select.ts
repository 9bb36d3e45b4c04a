import "server-only";
import { and, desc, eq, type GetColumnData, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias, type PgSelect } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { bodies, partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { BodyCode, Schedule, Stage, Status } from "@/domain/lifecycle";
import { can, type OwnedRow } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import type { Framework, Locale } from "@/domain/vocabulary";
import { reckonings } from "@/server/register/reckoning";
import { ownersOf } from "@/server/scope";

/** One row of the activities table, as plain data for the browser. */
export type ActivityRow = {
  id: number;
  code: string;
  titleEn: string | null;
  titleLo: string | null;
  original: Locale;
  isSample: boolean;
  plan: { id: number; framework: Framework; periodEn: string; periodLo: string | null; partner: string | null };
  lead: { code: string; nameEn: string; nameLo: string | null; isState: boolean } | null;
  stage: Stage | null;
  /** The body whose decision led to the stage, where one is recorded. */
  stageBody: BodyCode | null;
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  /** Percent. */
  progress: number | null;
  updatedOn: string | null;
  startOn: string | null;
  endOn: string | null;
  budgetUsd: string | null;
  version: number;
  can: { progress: boolean; edit: boolean };
};

const proponent = alias(entryParties, "proponent");
const leadPartner = alias(partners, "lead_partner");

/** A column of one of the tables that `joinBeside` brings; Drizzle knows only the one it selects from. */
const pick = <C extends AnyPgColumn>(column: C) => sql<GetColumnData<C>>`${column}`.mapWith(column);
/** The same for tables that may not match. */
const maybe = (column: AnyPgColumn) => sql<string | null>`${column}`;

const columns = {
  id: pick(planEntries.id),
  code: pick(activities.code),
  titleEn: pick(activities.titleEn),
  titleLo: pick(activities.titleLo),
  original: pick(activities.originalLocale),
  isSample: pick(activities.isSample),
  planId: pick(workPlans.id),
  framework: pick(workPlans.framework),
  periodEn: pick(periods.nameEn),
  periodLo: pick(periods.nameLo),
  partner: maybe(partners.code),
  leadCode: maybe(memberStates.code),
  leadEn: maybe(memberStates.nameEn),
  leadLo: maybe(memberStates.nameLo),
  leadPartnerCode: maybe(leadPartner.code),
  leadPartnerEn: maybe(leadPartner.nameEn),
  leadPartnerLo: maybe(leadPartner.nameLo),
  stage: pick(planEntries.stage),
  status: pick(planEntries.status),
  schedule: pick(planEntries.schedule),
  scheduleReason: pick(planEntries.scheduleReason),
  progress: pick(planEntries.progress),
  updatedOn: pick(planEntries.lastReportedOn),
  startOn: pick(planEntries.plannedStartOn),
  endOn: pick(planEntries.plannedEndOn),
  budgetUsd: pick(planEntries.budgetApprovedUsd),
  version: pick(planEntries.version),
};

/**
 * What stands beside `plan_entries`: the activity, the plan with its period and partner, who leads it, and `r`, the reckoning of the
 * plan's period.
 */
export type Beside = "activity" | "plan" | "lead" | "reckoning";

/**
 * Joins tables of which columns, filters and sort keys speak; here and nowhere else. Each entry keeps its one row whatever is joined, so
 * a count needs those alone that its condition speaks of.
 * @param query a dynamic select from `plan_entries`; Drizzle changes it in place
 * @param today the present day in Vientiane, `YYYY-MM-DD`
 */
export function joinBeside<T extends PgSelect>(query: T, beside: ReadonlySet<Beside>, today: string): T {
  if (beside.has("activity")) query.innerJoin(activities, eq(activities.id, planEntries.activityId));
  if (beside.has("plan") || beside.has("reckoning")) {
    query
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .leftJoin(partners, eq(partners.id, workPlans.partnerId));
  }
  if (beside.has("lead")) {
    query
      .leftJoin(proponent, and(eq(proponent.entryId, planEntries.id), eq(proponent.role, "proponent")))
      .leftJoin(memberStates, eq(memberStates.id, proponent.memberStateId))
      .leftJoin(leadPartner, eq(leadPartner.id, proponent.partnerId));
  }
  if (beside.has("reckoning")) query.innerJoin(sql`${reckonings(today)} r`, sql`r.period_id = ${workPlans.periodId}`);
  return query;
}

const shown: ReadonlySet<Beside> = new Set(["activity", "plan", "lead"]);

type Wanted = {
  where: SQL | undefined;
  order: SQL[];
  /** Of what `where` and `order` speak. */
  beside: ReadonlySet<Beside>;
  limit: number;
  offset: number;
  today: string;
};

/**
 * The rows of the table, still as the database gives them; `toRows` makes them what the browser gets. Which rows they are is found out
 * without the columns that are only shown, so that a page costs hardly more in a long list than in a short one.
 */
export function selectRows(db: Database, { where, order, beside, limit, offset, today }: Wanted) {
  const chosen = joinBeside(db.select({ id: planEntries.id }).from(planEntries).$dynamic(), beside, today)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("chosen");
  const rows = db.select(columns).from(chosen).innerJoin(planEntries, eq(planEntries.id, chosen.id)).$dynamic();
  return joinBeside(rows, shown, today).orderBy(...order);
}

type Raw = Awaited<ReturnType<typeof selectRows>>[number];

/** The body whose latest decision led each entry to a stage. */
async function stageBodies(db: Database, entryIds: readonly number[]): Promise<Map<number, BodyCode>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([decisions.entryId], {
      entryId: decisions.entryId,
      stageTo: decisions.stageTo,
      body: bodies.code,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(and(inArray(decisions.entryId, [...entryIds]), isNotNull(decisions.stageTo)))
    .orderBy(decisions.entryId, desc(decisions.id));
  return new Map(rows.map((row) => [row.entryId, row.body]));
}

function leadOf(row: Raw): ActivityRow["lead"] {
  if (row.leadCode && row.leadEn) return { code: row.leadCode, nameEn: row.leadEn, nameLo: row.leadLo, isState: true };
  if (!row.leadPartnerCode || !row.leadPartnerEn) return null;
  return { code: row.leadPartnerCode, nameEn: row.leadPartnerEn, nameLo: row.leadPartnerLo, isState: false };
}

function toRow(row: Raw, actor: Actor, owners: OwnedRow | undefined, body: BodyCode | undefined): ActivityRow {
  const { id, code, titleEn, titleLo, original, isSample, stage, status, schedule, progress, version } = row;
  const { updatedOn, startOn, endOn, budgetUsd } = row;
  return {
    ...{ id, code, titleEn, titleLo, original, isSample, stage, status, schedule, progress, version },
    ...{ updatedOn, startOn, endOn, budgetUsd },
    plan: {
      id: row.planId,
      framework: row.framework,
      periodEn: row.periodEn,
      periodLo: row.periodLo,
      partner: row.partner,
    },
    lead: leadOf(row),
    stageBody: body ?? null,
    scheduleReason: row.scheduleReason,
    can: {
      progress: stage === "approved" && can(actor, "entry.progress", owners),
      edit: can(actor, "entry.update", owners),
    },
  };
}

/** Raw rows as DTOs, with what the actor may do to each. */
export async function toRows(db: Database, actor: Actor, raw: readonly Raw[]): Promise<ActivityRow[]> {
  const ids = raw.map((row) => row.id);
  const [owners, bodyOf] = await Promise.all([ownersOf(db, ids), stageBodies(db, ids)]);
  return raw.map((row) => toRow(row, actor, owners.get(row.id), bodyOf.get(row.id)));
}
