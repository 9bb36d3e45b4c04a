import "server-only";
import { and, eq, exists, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { type OwnedRow, visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownerRoles } from "@/domain/vocabulary";

type Reader = Database | Transaction;

/**
 * Which plan entries the actor sees, as a condition on `plan_entries`; every list, count, search, chart, export and page
 * puts it in its WHERE.
 */
export function visibleEntries(db: Reader, actor: Actor): SQL | undefined {
  const scope = visibility(actor);
  switch (scope.kind) {
    case "desk":
      return undefined;
    case "published":
      return published();
    case "state":
      return and(eq(planEntries.isConfidential, false), hasPart(db, scope.memberStateId));
    default:
      return sql`false`;
  }
}

/**
 * What the overview and its report count for the actor: the entries that they see; for a focal point only those of which its
 * state is proponent, co-proponent or implementing agency.
 */
export function countedEntries(db: Reader, actor: Actor): SQL | undefined {
  const scope = visibility(actor);
  const seen = visibleEntries(db, actor);
  return scope.kind === "state" ? and(seen, ownedBy(db, scope.memberStateId)) : seen;
}

/** What a plan's totals count: for a focal point also the entries of others, which it knows as bare lines of the plan. */
export function planLines(db: Reader, actor: Actor): SQL | undefined {
  const seen = visibleEntries(db, actor);
  return visibility(actor).kind === "state" ? or(seen, published()) : seen;
}

/** Neither draft nor confidential: what anyone in the house may know of. */
export function published(): SQL {
  const condition = and(
    eq(planEntries.isConfidential, false),
    or(isNull(planEntries.stage), ne(planEntries.stage, "draft")),
  );
  return condition ?? sql`false`;
}

/** The member state is proponent, co-proponent or implementing agency of the entry. */
export function ownedBy(db: Reader, memberStateId: number): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(entryParties)
      .where(
        and(
          eq(entryParties.entryId, planEntries.id),
          eq(entryParties.memberStateId, memberStateId),
          inArray(entryParties.role, [...ownerRoles]),
        ),
      ),
  );
}

/** The member state has any part in the entry: as a party, or with a row among its member states. Drafts only if own. */
function hasPart(db: Reader, memberStateId: number): SQL | undefined {
  const party = exists(
    db
      .select({ one: sql`1` })
      .from(entryParties)
      .where(and(eq(entryParties.entryId, planEntries.id), eq(entryParties.memberStateId, memberStateId))),
  );
  const share = exists(
    db
      .select({ one: sql`1` })
      .from(entryStates)
      .where(and(eq(entryStates.entryId, planEntries.id), eq(entryStates.memberStateId, memberStateId))),
  );
  const notDraft = or(isNull(planEntries.stage), ne(planEntries.stage, "draft"));
  return or(ownedBy(db, memberStateId), and(notDraft, or(party, share)));
}

/** The states of each entry that a row check asks about, by entry id. */
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
