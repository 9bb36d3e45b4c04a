import "server-only";
import { and, asc, eq, inArray, isNotNull, type SQLWrapper } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { entryParties } from "@/db/schema/entry-parts";
import { users } from "@/db/schema/users";
import { ownerRoles, type PartyRole } from "@/domain/vocabulary";

type Reader = Database | Transaction;

/** Owners of each entry: proponent first, then co-proponents, then implementing agencies. */
export async function readOwners(db: Reader, entries: SQLWrapper): Promise<Map<number, number[]>> {
  const rows = await db
    .select({ entryId: entryParties.entryId, stateId: entryParties.memberStateId, role: entryParties.role })
    .from(entryParties)
    .where(
      and(
        inArray(entryParties.entryId, entries),
        inArray(entryParties.role, [...ownerRoles]),
        isNotNull(entryParties.memberStateId),
      ),
    )
    .orderBy(asc(entryParties.id));
  const rankOf = (role: PartyRole) => (ownerRoles as readonly PartyRole[]).indexOf(role);
  rows.sort((a, b) => rankOf(a.role) - rankOf(b.role));
  const owners = new Map<number, number[]>();
  for (const { entryId, stateId } of rows)
    if (stateId !== null) owners.set(entryId, [...(owners.get(entryId) ?? []), stateId]);
  return owners;
}

/**
 * Member states with a focal point that can sign in. A person who has not used the invitation yet
 * has no password and does not count.
 */
export async function readSpeaking(db: Reader): Promise<Set<number>> {
  const rows = await db
    .selectDistinct({ stateId: users.memberStateId })
    .from(users)
    .where(
      and(
        ...[eq(users.role, "focal"), eq(users.isActive, true)],
        ...[isNotNull(users.memberStateId), isNotNull(users.passwordHash)],
      ),
    );
  return new Set(rows.flatMap(({ stateId }) => stateId ?? []));
}
