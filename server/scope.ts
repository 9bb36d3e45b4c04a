import "server-only";
import { and, eq, exists, inArray, isNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { presentEntries, presentParties, presentStates } from "@/db/past/present";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { type OwnedRow, visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownerRoles } from "@/domain/vocabulary";
import { readsPast } from "./past/as-of";

type Reader = Database | Transaction;

/**
 * The tables that a scope condition reads: those of the register being read, or, when looking back,
 * those of the same entries today.
 */
type EntryTables = {
  entries: { id: AnyPgColumn; stage: AnyPgColumn; isConfidential: AnyPgColumn };
  parties: typeof entryParties | typeof presentParties;
  states: typeof entryStates | typeof presentStates;
};

const inHand: EntryTables = { entries: planEntries, parties: entryParties, states: entryStates };
const today: EntryTables = { entries: presentEntries, parties: presentParties, states: presentStates };

/**
 * Condition on `plan_entries` for the entries that the actor may see. Every list, count, search,
 * chart, export and page puts it in its WHERE. When looking back, an entry must have been visible
 * then and be visible today.
 */
export function visibleEntries(db: Reader, actor: Actor): SQL | undefined {
  const seen = seenOf(db, actor, inHand);
  return seen && readsPast(db) ? and(seen, notHiddenToday(db, seenOf(db, actor, today))) : seen;
}

/**
 * Excludes entries that the actor may not see today. Entries that are no longer in the register
 * have only the rights of the past day. Written as "not hidden" because few rows are hidden, so
 * they are found quickly.
 */
function notHiddenToday(db: Reader, seen: SQL | undefined): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(presentEntries)
      .where(and(eq(presentEntries.id, planEntries.id), sql`not (${seen ?? sql`true`})`)),
  );
}

function seenOf(db: Reader, actor: Actor, tables: EntryTables): SQL | undefined {
  const scope = visibility(actor);
  switch (scope.kind) {
    case "desk":
      return undefined;
    case "published":
      return publishedOn(tables);
    case "state":
      return and(eq(tables.entries.isConfidential, false), hasPart(db, scope.memberStateId, tables));
    default:
      return sql`false`;
  }
}

/**
 * Condition for what the overview and its report count for the actor: the entries that they may
 * see; for a focal point only those of which its member state is proponent, co-proponent or
 * implementing agency.
 */
export function countedEntries(db: Reader, actor: Actor): SQL | undefined {
  const scope = visibility(actor);
  const seen = visibleEntries(db, actor);
  return scope.kind === "state" ? and(seen, ownedBy(db, scope.memberStateId)) : seen;
}

/**
 * Condition for the totals of a plan: for a focal point also the entries of other states, of which
 * it sees only the bare line in the plan.
 */
export function planLines(db: Reader, actor: Actor): SQL | undefined {
  const seen = visibleEntries(db, actor);
  return visibility(actor).kind === "state" ? or(seen, published(db)) : seen;
}

/**
 * Neither draft nor confidential: what every user may know of, and what a document for a meeting
 * may contain, regardless of who makes it.
 */
export function published(db: Reader): SQL {
  return bothThenAndToday(db, publishedOn);
}

/** Not confidential: what a document for a meeting counts in a plan, drafts included. */
export function notConfidential(db: Reader): SQL {
  return bothThenAndToday(db, ({ entries }) => eq(entries.isConfidential, false));
}

/** When looking back, the condition must also hold today. */
function bothThenAndToday(db: Reader, conditionOn: (tables: EntryTables) => SQL): SQL {
  const then = conditionOn(inHand);
  return readsPast(db) ? sql`(${then} and ${notHiddenToday(db, conditionOn(today))})` : then;
}

function publishedOn({ entries }: EntryTables): SQL {
  const condition = and(eq(entries.isConfidential, false), notDraft(entries));
  return condition ?? sql`false`;
}

const notDraft = ({ stage }: EntryTables["entries"]) => or(isNull(stage), ne(stage, "draft"));

/** True if the member state is proponent, co-proponent or implementing agency of the entry. */
export function ownedBy(db: Reader, memberStateId: number): SQL {
  return owned(db, memberStateId, inHand);
}

function owned(db: Reader, memberStateId: number, { entries, parties }: EntryTables): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(parties)
      .where(
        and(
          eq(parties.entryId, entries.id),
          eq(parties.memberStateId, memberStateId),
          inArray(parties.role, [...ownerRoles]),
        ),
      ),
  );
}

/**
 * True if the member state has any part in the entry: as a party, or with a share. Drafts only if
 * it owns them.
 */
function hasPart(db: Reader, memberStateId: number, tables: EntryTables): SQL | undefined {
  const { entries, parties, states } = tables;
  const hasRow = (table: EntryTables["parties"] | EntryTables["states"]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(and(eq(table.entryId, entries.id), eq(table.memberStateId, memberStateId))),
    );
  return or(owned(db, memberStateId, tables), and(notDraft(entries), or(hasRow(parties), hasRow(states))));
}

/** The member states that a row check needs of each entry, by entry id. */
export async function ownersOf(db: Reader, entryIds: readonly number[]): Promise<Map<number, OwnedRow>> {
  const owners = new Map<number, { ownerStateIds: number[]; participantStateIds: number[] }>();
  for (const id of entryIds) owners.set(id, { ownerStateIds: [], participantStateIds: [] });
  if (entryIds.length === 0) return owners;
  const parties = await db
    .select({
      entryId: entryParties.entryId,
      stateId: entryParties.memberStateId,
      owns: sql<boolean>`${inArray(entryParties.role, [...ownerRoles])}`,
    })
    .from(entryParties)
    .where(inArray(entryParties.entryId, [...entryIds]))
    .unionAll(
      db
        .select({ entryId: entryStates.entryId, stateId: entryStates.memberStateId, owns: sql<boolean>`false` })
        .from(entryStates)
        .where(inArray(entryStates.entryId, [...entryIds])),
    );
  for (const { entryId, stateId, owns } of parties) {
    if (stateId === null) continue;
    const row = owners.get(entryId);
    (owns ? row?.ownerStateIds : row?.participantStateIds)?.push(stateId);
  }
  return owners;
}
