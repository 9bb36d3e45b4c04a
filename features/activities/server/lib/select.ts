import "server-only";
import { and, eq, type GetColumnData, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias, type PgSelect } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import { can, dependsOnRow, type OwnedRow } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import type { Framework, Locale } from "@/domain/vocabulary";
import { referenceDates } from "@/server/register/reference-date";
import { ownersOf } from "@/server/scope";

type Reader = Database | Transaction;

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
  /** The body whose decision led to the stage, if one is recorded. */
  stageBody: string | null;
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  /** In percent. */
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

/** A column of a table that `joinBeside` joins. Drizzle only knows the table it selects from. */
const pick = <C extends AnyPgColumn>(column: C) => sql<GetColumnData<C>>`${column}`.mapWith(column);
/** The same for tables that may have no matching row. */
const maybe = (column: AnyPgColumn) => sql<string | null>`${column}`;

const picked = {
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
  stageBody: sql<string | null>`decided.body`,
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

type Picked = typeof picked;
type Value<K extends keyof Picked> = Picked[K] extends SQL<infer T> ? T : never;
type Columns = { [K in keyof Picked]: SQL.Aliased<Value<K>> };

/** With aliases, so that a raw statement returns rows under the same names. */
const columns = Object.fromEntries(Object.entries(picked).map(([name, column]) => [name, column.as(name)])) as Columns;

/**
 * The tables that can be joined to `plan_entries`: the activity, the plan with its period and
 * partner, the lead, and `r`, the reference date of the plan's period.
 */
export type Beside = "activity" | "plan" | "lead" | "referenceDate";

/**
 * Joins the tables to which columns, filters and sort keys refer; they are joined only here. Each
 * entry remains one row whatever is joined, so a count needs only the tables of its condition.
 * @param query a dynamic select from `plan_entries`; Drizzle changes it in place
 * @param today today in Vientiane, `YYYY-MM-DD`
 */
export function joinBeside<T extends PgSelect>(query: T, beside: ReadonlySet<Beside>, today: string): T {
  if (beside.has("activity")) query.innerJoin(activities, eq(activities.id, planEntries.activityId));
  if (beside.has("plan") || beside.has("referenceDate")) {
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
  if (beside.has("referenceDate"))
    query.innerJoin(sql`${referenceDates(today)} r`, sql`r.period_id = ${workPlans.periodId}`);
  return query;
}

const shown: ReadonlySet<Beside> = new Set(["activity", "plan", "lead"]);

export type Wanted = {
  where: SQL | undefined;
  order: SQL[];
  /** The joined tables that `where` and `order` refer to. */
  beside: ReadonlySet<Beside>;
  limit: number;
  offset: number;
  today: string;
};

/** The body whose latest decision led each of the chosen entries to its stage. */
const decided = sql`(
  select distinct on (decision.entry_id) decision.entry_id, body.code as body
  from decisions decision
  join meetings meeting on meeting.id = decision.meeting_id
  join bodies body on body.id = meeting.body_id
  where decision.applied_at is not null and decision.stage_to is not null and decision.entry_id in (select id from chosen)
  order by decision.entry_id, decision.id desc
) decided`;

const sums = {
  total: sql<number>`count(*)::int`.as("total"),
  budgetUsd: sql<string | null>`sum(${planEntries.budgetApprovedUsd})`.as("budget_sum"),
  progress: sql<number | null>`round(avg(${planEntries.progress}))::int`.as("mean_progress"),
};

/**
 * The rows of the table with the totals of all matching rows, in one statement.
 * @param counted the joined tables that `where` refers to; the totals need no others
 */
export function selectPage(db: Database, wanted: Wanted, counted: ReadonlySet<Beside>) {
  const { chosen, today, where } = { ...wanted, chosen: chosenOf(db, wanted) };
  const totals = db
    .$with("totals")
    .as(joinBeside(db.select(sums).from(planEntries).$dynamic(), counted, today).where(where));
  const { total, budgetUsd, progress } = totals;
  const rows = db
    .with(chosen, totals)
    .select({ ...columns, totals: { total, budgetUsd, progress } })
    .from(chosen)
    .innerJoin(planEntries, eq(planEntries.id, chosen.id))
    .crossJoin(totals);
  return withShown(rows.$dynamic(), today).orderBy(chosen.place);
}

/**
 * The rows of the table as the database returns them; `toRows` converts them for the browser. Rows
 * are selected and sorted first, without the columns that are only shown, so that a page of a long
 * list costs hardly more than one of a short list.
 */
export function selectRows(db: Reader, wanted: Wanted) {
  const chosen = chosenOf(db, wanted);
  const rows = db.with(chosen).select(columns).from(chosen).innerJoin(planEntries, eq(planEntries.id, chosen.id));
  return withShown(rows.$dynamic(), wanted.today).orderBy(chosen.place);
}

/** The ids of the rows on the page, each with its position. */
function chosenOf(db: Reader, { where, order, beside, limit, offset, today }: Wanted) {
  const ordered = joinBeside(db.select({ id: planEntries.id }).from(planEntries).$dynamic(), beside, today)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("ordered");
  const place = sql<number>`row_number() over ()`.as("place");
  return db.$with("chosen").as(db.select({ id: ordered.id, place }).from(ordered));
}

function withShown<T extends PgSelect>(rows: T, today: string): T {
  joinBeside(rows, shown, today).leftJoin(decided, sql`decided.entry_id = ${planEntries.id}`);
  return rows;
}

export type RawRow = { [K in keyof Picked]: Value<K> };

function leadOf(row: RawRow): ActivityRow["lead"] {
  if (row.leadCode && row.leadEn) return { code: row.leadCode, nameEn: row.leadEn, nameLo: row.leadLo, isState: true };
  if (!row.leadPartnerCode || !row.leadPartnerEn) return null;
  return { code: row.leadPartnerCode, nameEn: row.leadPartnerEn, nameLo: row.leadPartnerLo, isState: false };
}

/** A row without permissions, for exports and documents. */
export type ListedActivity = Omit<ActivityRow, "can">;

/** Converts a raw row for exports and documents. */
export function toListed(row: RawRow): ListedActivity {
  const { planId, framework, periodEn, periodLo, partner } = row;
  return {
    id: row.id,
    code: row.code,
    titleEn: row.titleEn,
    titleLo: row.titleLo,
    original: row.original,
    isSample: row.isSample,
    plan: { id: planId, framework, periodEn, periodLo, partner },
    lead: leadOf(row),
    stage: row.stage,
    stageBody: row.stageBody,
    status: row.status,
    schedule: row.schedule,
    scheduleReason: row.scheduleReason,
    progress: row.progress,
    updatedOn: row.updatedOn,
    startOn: row.startOn,
    endOn: row.endOn,
    budgetUsd: row.budgetUsd,
    version: row.version,
  };
}

function canOf({ stage }: RawRow, actor: Actor, owners: OwnedRow | undefined): ActivityRow["can"] {
  return {
    progress: stage === "approved" && can(actor, "entry.progress", owners),
    edit: can(actor, "entry.update", owners),
  };
}

/** Converts raw rows for the browser, with what the actor may do to each. */
export async function toRows(db: Database, actor: Actor, raw: readonly RawRow[]): Promise<ActivityRow[]> {
  const asked = dependsOnRow(actor, "entry.progress") || dependsOnRow(actor, "entry.update");
  const owners = await ownersOf(db, asked ? raw.map((row) => row.id) : []);
  return raw.map((row) => ({ ...toListed(row), can: canOf(row, actor, owners.get(row.id)) }));
}
