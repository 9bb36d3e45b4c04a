import "server-only";
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
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

const columns = {
  id: planEntries.id,
  code: activities.code,
  titleEn: activities.titleEn,
  titleLo: activities.titleLo,
  original: activities.originalLocale,
  isSample: activities.isSample,
  planId: workPlans.id,
  framework: workPlans.framework,
  periodEn: periods.nameEn,
  periodLo: periods.nameLo,
  partner: sql<string | null>`${partners.code}`,
  leadCode: sql<string | null>`${memberStates.code}`,
  leadEn: sql<string | null>`${memberStates.nameEn}`,
  leadLo: sql<string | null>`${memberStates.nameLo}`,
  leadPartnerCode: sql<string | null>`${leadPartner.code}`,
  leadPartnerEn: sql<string | null>`${leadPartner.nameEn}`,
  leadPartnerLo: sql<string | null>`${leadPartner.nameLo}`,
  stage: planEntries.stage,
  status: planEntries.status,
  schedule: planEntries.schedule,
  scheduleReason: planEntries.scheduleReason,
  progress: planEntries.progress,
  updatedOn: planEntries.lastReportedOn,
  startOn: planEntries.plannedStartOn,
  endOn: planEntries.plannedEndOn,
  budgetUsd: planEntries.budgetApprovedUsd,
  version: planEntries.version,
};

/**
 * The tables of which the list's columns, filters and sort keys speak, joined here and nowhere else. `extra` adds joins that
 * multiply rows, for counting by what an entry has many of.
 */
export function listTables(extra: SQL = sql``): SQL {
  return sql`${planEntries}
    inner join ${activities} on ${activities.id} = ${planEntries.activityId}
    inner join ${workPlans} on ${workPlans.id} = ${planEntries.workPlanId}
    inner join ${periods} on ${periods.id} = ${workPlans.periodId}
    left join ${partners} on ${partners.id} = ${workPlans.partnerId}
    left join ${entryParties} proponent on ${proponent.entryId} = ${planEntries.id} and ${proponent.role} = 'proponent'
    left join ${memberStates} on ${memberStates.id} = ${proponent.memberStateId}
    left join ${partners} lead_partner on ${leadPartner.id} = ${proponent.partnerId}
    ${extra}`;
}

/** The rows of the table, still as the database gives them; `toRows` makes them what the browser gets. */
export function selectRows(db: Database) {
  return db.select(columns).from(listTables());
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
