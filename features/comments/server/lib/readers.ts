import "server-only";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { inAnyOrder } from "@/db/order";
import { memberStates } from "@/db/schema/member-states";
import { users } from "@/db/schema/users";
import type { Audience } from "@/domain/evidence";
import type { OwnedRow } from "@/domain/permissions";
import { isDesk, type Role } from "@/domain/roles";
import type { EntryRow } from "@/server/entries/entry-row";

/** A person who can be mentioned in a comment. */
export type Reader = { id: number; name: string; role: Role; stateCode: string | null };

type Entry = OwnedRow & { entry: Pick<EntryRow["entry"], "isConfidential" | "stage"> };

/**
 * The people with an account who see the entry and a comment for this audience on it. The rules
 * must match those of `visibleEntries`.
 */
export async function readersOf(db: Database | Transaction, entry: Entry, audience: Audience): Promise<Reader[]> {
  const people = await db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      memberStateId: users.memberStateId,
      stateCode: memberStates.code,
    })
    .from(users)
    .leftJoin(memberStates, eq(memberStates.id, users.memberStateId))
    .where(eq(users.isActive, true))
    .orderBy(inAnyOrder(users.name), users.id);
  return people
    .filter(({ role, memberStateId }) => sees(entry, audience, role, memberStateId))
    .map(({ memberStateId: _state, ...person }) => person);
}

function sees({ entry, ...row }: Entry, audience: Audience, role: Role, memberStateId: number | null): boolean {
  if (isDesk(role)) return true;
  if (audience === "desk" || entry.isConfidential) return false;
  const isDraft = entry.stage === "draft";
  if (role === "viewer") return !isDraft;
  if (memberStateId === null) return false;
  return row.ownerStateIds.includes(memberStateId) || (!isDraft && row.participantStateIds.includes(memberStateId));
}
