import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { canonicalJson } from "@/db/audit-chain";
import type { Database } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { rounds } from "@/db/schema/rounds";
import { entryVersions, updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { can, owns } from "@/domain/permissions";
import { isDesk } from "@/domain/roles";
import { type RowNames, referencesIn } from "@/domain/row-names";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readRowNames } from "@/server/register/row-names";
import { ownersOf, visibleEntries } from "@/server/scope";

/** The meeting for which a round was opened. */
const asked = alias(meetings, "asked");

/** One field that differs between two versions, with the stored values. */
export type FieldChange = { field: string; before: unknown; after: unknown };

export type HistoryLine = {
  version: number;
  /** When it took effect; `recordedAt` is when it was recorded. */
  validFrom: Date;
  recordedAt: Date;
  by: string;
  change: string;
  meeting: string | null;
  /**
   * The reporting round in which a report was accepted, by its meeting. The id is set for those who
   * may open the round.
   */
  round: { id: number | null; meeting: string } | null;
  fields: FieldChange[];
};

export type History = {
  lines: HistoryLine[];
  /** The names of all rows to which the fields refer; of entries, those that the reader may see. */
  names: RowNames;
};

const limit = 200;
/** Technical fields that are not shown. */
const silent = new Set([
  "id",
  "version",
  "updatedAt",
  "updatedBy",
  "createdAt",
  "searchText",
  "activityId",
  "workPlanId",
  "entryId",
  "clearedBy",
]);
const nothing: ReadonlySet<string> = new Set();
const deskOnly: ReadonlySet<string> = new Set(["internalRemark", "isConfidential"]);

type Snapshot = Record<string, unknown>;

/**
 * The snapshot as one flat object: the fields of entry, concept note and activity, and each list as
 * a whole.
 */
function flat(snapshot: unknown): Snapshot {
  const { entry, activity, concept, ...lists } = snapshot as { entry: Snapshot; activity: Snapshot } & Snapshot;
  return { ...(concept as Snapshot | null), ...activity, ...entry, ...lists };
}

/**
 * The snapshot as the reader may see it: in entries of others a focal point sees only its own
 * state's share.
 */
function sharesOf(snapshot: unknown, stateId: number | null): unknown {
  if (stateId === null || snapshot === null) return snapshot;
  const { states, ...rest } = snapshot as Snapshot;
  const rows = Array.isArray(states) ? (states as Snapshot[]) : [];
  return { ...rest, states: rows.filter((row) => row.memberStateId === stateId) };
}

/** True if the entry was a draft then. Only the desk and the owners may see drafts. */
function isDraft(snapshot: unknown): boolean {
  return flat(snapshot).stage === "draft";
}

function changesBetween(before: unknown, after: unknown, hidden: ReadonlySet<string>): FieldChange[] {
  const earlier = before === null ? {} : flat(before);
  const later = flat(after);
  return Object.keys(later)
    .filter((field) => !silent.has(field) && !hidden.has(field))
    .filter((field) => canonicalJson(earlier[field] ?? null) !== canonicalJson(later[field] ?? null))
    .map((field) => ({ field, before: earlier[field] ?? null, after: later[field] ?? null }));
}

/**
 * All changes of an entry, latest first: who, when it took effect, when it was recorded, which
 * fields.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export const listHistory = defineQuery({
  name: "entry.history",
  permission: "entry.history",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId } }): Promise<History> => {
    const [seen] = await db
      .select({ id: planEntries.id })
      .from(planEntries)
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (!seen) throw new AppError("NOT_FOUND");
    const rows = await db
      .select({ version: entryVersions, meeting: meetings.code, roundId: rounds.id, roundMeeting: asked.code })
      .from(entryVersions)
      .leftJoin(decisions, eq(decisions.id, entryVersions.decisionId))
      .leftJoin(meetings, eq(meetings.id, decisions.meetingId))
      .leftJoin(updates, eq(updates.id, entryVersions.updateId))
      .leftJoin(rounds, eq(rounds.id, updates.roundId))
      .leftJoin(asked, eq(asked.id, rounds.meetingId))
      .where(eq(entryVersions.entryId, entryId))
      .orderBy(desc(entryVersions.id))
      .limit(limit + 1);
    const owners = (await ownersOf(db, [entryId])).get(entryId);
    const isGuest = actor.role === "focal" && !owns(actor, owners);
    const ownShare = isGuest ? actor.memberStateId : null;
    const hidden = isDesk(actor.role) ? nothing : deskOnly;
    const seesDrafts = isDesk(actor.role) || owns(actor, owners);
    const opensRounds = can(actor, "round.read");
    const told = seesDrafts ? rows : rows.filter(({ version }) => !isDraft(version.snapshot));
    const lines = told.slice(0, limit).flatMap(({ version, meeting, roundId, roundMeeting }, index): HistoryLine[] => {
      const before = told[index + 1]?.version.snapshot ?? null;
      const fields = changesBetween(sharesOf(before, ownShare), sharesOf(version.snapshot, ownShare), hidden);
      // A change of only hidden fields is left out, because it would reveal that they changed.
      if (fields.length === 0 && changesBetween(before, version.snapshot, nothing).length > 0) return [];
      const { version: number, validFrom, recordedAt, recordedByName: by, change } = version;
      const round = roundMeeting === null ? null : { id: opensRounds ? roundId : null, meeting: roundMeeting };
      return [{ version: number, validFrom, recordedAt, by, change, meeting, round, fields }];
    });
    return { lines, names: await namesIn(db, lines, visibleEntries(db, actor)) };
  },
});

function namesIn(db: Database, lines: readonly HistoryLine[], seen: SQL | undefined): Promise<RowNames> {
  const references = lines.flatMap(({ fields }) =>
    fields.flatMap(({ field, before, after }) => [...referencesIn(field, before), ...referencesIn(field, after)]),
  );
  return readRowNames(db, references, seen ?? sql`true`);
}
