import "server-only";
import type { Database } from "@/db/client";
import type { auditLog } from "@/db/schema/audit-log";
import { type RowKind, type RowName, type RowNames, type RowReference, referencesIn, rowKey } from "@/domain/row-names";
import { readRowNames } from "@/server/register/row-names";

type Stored = typeof auditLog.$inferSelect;

/** One changed field; `null` before or after if the log has no value. */
export type AuditField = { field: string; before: unknown; after: unknown };

/** Name and page of the row that was changed; only if it still exists. */
export type AuditSubject = Pick<RowName, "en" | "lo"> & { href: string | null };

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

export type AuditLines = {
  lines: AuditLine[];
  /** The names of all rows to which the fields refer. */
  names: RowNames;
};

/** Lists the changes of stored rows field by field, and reads all names that they need. */
export async function toLines(db: Database, rows: readonly Stored[]): Promise<AuditLines> {
  const read = rows.map(({ before, after, hash: _hash, previousHash: _previous, ...row }) => ({
    ...row,
    fields: fieldsOf(before, after),
  }));
  const references = read.flatMap(({ fields, ...row }) => [
    ...(subjectOf(row) ?? []),
    ...fields.flatMap(({ field, before, after }) => [...referencesIn(field, before), ...referencesIn(field, after)]),
  ]);
  const names = await readRowNames(db, references);
  return { lines: read.map((row) => ({ ...row, found: foundOf(names, row) })), names };
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

/** The kind of row that each subject is, and the page that shows it. */
const subjects: Readonly<
  Record<string, { kind: RowKind; href?: (id: number, place: number | null) => string | null }>
> = {
  activities: { kind: "activity" },
  plan_entries: { kind: "entry", href: (_, entry) => (entry === null ? null : `/activities/${entry}`) },
  entry_states: { kind: "share", href: (_, entry) => `/activities/${entry}` },
  evidence: { kind: "evidence", href: (_, entry) => `/activities/${entry}#evidence` },
  comments: { kind: "comment", href: (_, entry) => `/activities/${entry}#comments` },
  work_plans: { kind: "plan", href: (id) => `/plans/${id}` },
  meetings: { kind: "meeting", href: (id) => `/meetings/${id}` },
  papers: { kind: "paper", href: (_, meeting) => `/meetings/${meeting}` },
  milestones: { kind: "deadline", href: (id) => `/deadlines/${id}` },
  rounds: { kind: "round", href: (id) => `/rounds/${id}` },
  round_drafts: { kind: "draft", href: (_, round) => `/rounds/${round}` },
  instruments: { kind: "instrument", href: (_, partner) => `/partners/${partner}` },
  users: { kind: "person", href: (id) => `/admin/users/${id}` },
  bodies: { kind: "body", href: (id) => `/settings/reference/${id}?kind=bodies` },
  partners: { kind: "partner", href: (id) => `/settings/reference/${id}?kind=partners` },
  funds: { kind: "fund", href: (id) => `/settings/reference/${id}?kind=funds` },
  agencies: { kind: "agency", href: (id) => `/settings/reference/${id}?kind=agencies` },
  member_states: { kind: "state", href: (id) => `/settings/reference/${id}?kind=member_states` },
  masterplans: { kind: "masterplan", href: (id) => `/settings/reference/${id}?kind=masterplans` },
  outcomes: { kind: "outcome", href: (id) => `/settings/reference/${id}?kind=outcomes` },
  enabling_actions: { kind: "enablingAction", href: (id) => `/settings/reference/${id}?kind=enabling_actions` },
  periods: { kind: "period", href: (id) => `/settings/reference/${id}?kind=periods` },
  saved_views: { kind: "view" },
  api_tokens: { kind: "token" },
  calendar_feeds: { kind: "calendarFeed" },
};

type About = Pick<Stored, "subject" | "subjectId">;

function subjectOf({ subject, subjectId }: About): RowReference[] | null {
  const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  return known && subjectId !== null ? [{ kind: known.kind, id: subjectId }] : null;
}

function foundOf(names: RowNames, about: About): AuditSubject | null {
  const [reference] = subjectOf(about) ?? [];
  const name = reference && names.get(rowKey(reference));
  if (!name) return null;
  const href = subjects[about.subject]?.href?.(Number(reference.id), name.placeId) ?? null;
  return { en: name.en, lo: name.lo, href };
}
