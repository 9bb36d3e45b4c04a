import "server-only";
import { eq, getTableName, inArray } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import type { auditLog } from "@/db/schema/audit-log";
import { bodies, funds, partners } from "@/db/schema/bodies";
import { comments } from "@/db/schema/comments";
import { entryStates } from "@/db/schema/entry-parts";
import { evidence } from "@/db/schema/evidence";
import { agencies, memberStates } from "@/db/schema/member-states";
import { enablingActions, masterplans, outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { users } from "@/db/schema/users";
import { workPlans } from "@/db/schema/work-plans";

type Stored = typeof auditLog.$inferSelect;

/** One changed field; `null` before or after if the log has no value. */
export type AuditField = { field: string; before: unknown; after: unknown };

/** Name and page of the row that was changed; only if it still exists. */
export type AuditSubject = { name: string; href: string };

export type AuditLine = {
  seq: number;
  at: Date;
  actorId: number | null;
  actorName: string;
  action: string;
  subject: string;
  subjectId: number | null;
  found: AuditSubject | null;
  fields: AuditField[];
  requestId: string;
  address: string | null;
};

/** Adds to stored rows the names of their subjects and lists their changes field by field. */
export async function toLines(db: Database, rows: readonly Stored[]): Promise<AuditLine[]> {
  const found = await readSubjects(db, rows);
  return rows.map(({ before, after, hash: _hash, previousHash: _previous, ...row }) => ({
    ...row,
    found: found.get(`${row.subject}:${row.subjectId}`) ?? null,
    fields: fieldsOf(before, after),
  }));
}

function fieldsOf(before: unknown, after: unknown): AuditField[] {
  const [old, now] = [recordOf(before), recordOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].map((field) => ({
    field,
    before: old[field] ?? null,
    after: now[field] ?? null,
  }));
}

function recordOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

type Named = { id: number; name: string | null; href: string };

async function readSubjects(db: Database, rows: readonly Stored[]): Promise<Map<string, AuditSubject>> {
  const found = new Map<string, AuditSubject>();
  for (const [subject, read] of Object.entries(readers)) {
    const ids = rows.flatMap((row) => (row.subject === subject && row.subjectId !== null ? [row.subjectId] : []));
    if (ids.length === 0) continue;
    for (const { id, name, href } of await read(db, [...new Set(ids)])) {
      found.set(`${subject}:${id}`, { name: name ?? String(id), href });
    }
  }
  return found;
}

/** How each kind of subject is named. Other subjects are shown by their number only. */
const readers: Record<string, (db: Database, ids: number[]) => Promise<Named[]>> = {
  plan_entries: async (db, ids) => {
    const rows = await entriesOf(db).where(inArray(planEntries.id, ids));
    return rows.map(({ entryId, code }) => ({ id: entryId, name: code, href: `/activities/${entryId}` }));
  },
  entry_states: (db, ids) => attachedTo(db, entryStates, ids, ""),
  evidence: (db, ids) => attachedTo(db, evidence, ids, "#evidence"),
  comments: (db, ids) => attachedTo(db, comments, ids, "#comments"),
  users: async (db, ids) => {
    const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
    return rows.map(({ id, name }) => ({ id, name, href: `/admin/users/${id}` }));
  },
  work_plans: async (db, ids) => {
    const rows = await db.select({ id: workPlans.id }).from(workPlans).where(inArray(workPlans.id, ids));
    return rows.map(({ id }) => ({ id, name: String(id), href: `/plans/${id}` }));
  },
  bodies: (db, ids) => referenceRows(db, bodies, ids),
  partners: (db, ids) => referenceRows(db, partners, ids),
  funds: (db, ids) => referenceRows(db, funds, ids),
  agencies: (db, ids) => referenceRows(db, agencies, ids),
  member_states: (db, ids) => referenceRows(db, memberStates, ids),
  masterplans: (db, ids) => referenceRows(db, masterplans, ids),
  outcomes: (db, ids) => referenceRows(db, outcomes, ids),
  enabling_actions: (db, ids) => referenceRows(db, enablingActions, ids),
  periods: (db, ids) => referenceRows(db, periods, ids),
};

/** Names rows of reference data, each with its page in the settings. */
async function referenceRows(
  db: Database,
  table: PgTable & { id: AnyPgColumn; nameEn: AnyPgColumn },
  ids: number[],
): Promise<Named[]> {
  const rows = await db.select({ id: table.id, name: table.nameEn }).from(table).where(inArray(table.id, ids));
  const kind = getTableName(table);
  return rows.map(({ id, name }) => ({
    id: Number(id),
    name: String(name),
    href: `/settings/reference/${id}?kind=${kind}`,
  }));
}

const entriesOf = (db: Database) =>
  db
    .select({ entryId: planEntries.id, code: activities.code })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId));

/**
 * Names rows that belong to an entry by the entry's code.
 * @param place fragment of the entry's page on which they are shown
 */
async function attachedTo(
  db: Database,
  table: typeof entryStates | typeof evidence | typeof comments,
  ids: number[],
  place: string,
): Promise<Named[]> {
  const rows = await db
    .select({ id: table.id, entryId: planEntries.id, code: activities.code })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(table, eq(table.entryId, planEntries.id))
    .where(inArray(table.id, ids));
  return rows.map(({ id, entryId, code }) => ({ id, name: code, href: `/activities/${entryId}${place}` }));
}
