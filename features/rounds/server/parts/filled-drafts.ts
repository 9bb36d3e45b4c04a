import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQLWrapper } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import type { roundDrafts } from "@/db/schema/round-drafts";
import { updates } from "@/db/schema/updates";
import { users } from "@/db/schema/users";
import { responsibleOf } from "@/domain/rounds";
import { ownerRoles, type PartyRole } from "@/domain/vocabulary";
import { atWork } from "./at-work";

type NewDraft = Omit<typeof roundDrafts.$inferInsert, "roundId">;

/** A draft for each entry at work in these plans, filled with how the work stands and with the words of its last report. */
export async function filledDrafts(tx: Transaction, planIds: readonly number[]): Promise<NewDraft[]> {
  const chosen = and(inArray(planEntries.workPlanId, [...planIds]), atWork());
  const entries = await tx
    .select({
      id: planEntries.id,
      status: planEntries.status,
      schedule: planEntries.schedule,
      scheduleReason: planEntries.scheduleReason,
      progress: planEntries.progress,
      isConfidential: planEntries.isConfidential,
    })
    .from(planEntries)
    .where(chosen)
    .orderBy(asc(planEntries.id));
  const of = tx.select({ id: planEntries.id }).from(planEntries).where(chosen);
  const owners = await readOwners(tx, of);
  const last = await readLast(tx, of);
  const speaking = await readSpeaking(tx);
  return entries.map(({ id, isConfidential, ...work }) => {
    const said = last.get(id);
    const { textEn = null, textLo = null, issues = null, nextSteps = null, decisionSought = null } = said ?? {};
    return {
      ...{ ...work, entryId: id, textEn, textLo, issues, nextSteps, decisionSought },
      // What stays inside the desk is reported by the desk.
      memberStateId: isConfidential ? null : responsibleOf(owners.get(id) ?? [], speaking),
      ...{ baseStatus: work.status, baseSchedule: work.schedule, baseScheduleReason: work.scheduleReason },
      ...{ baseProgress: work.progress, baseUpdateId: said?.id ?? null },
    };
  });
}

/** The owners of each entry: proponent first, then co-proponents, then implementing agencies. */
async function readOwners(tx: Transaction, entries: SQLWrapper): Promise<Map<number, number[]>> {
  const rows = await tx
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

/** The last report of each entry as a whole; reports of one state's share are that state's own. */
async function readLast(tx: Transaction, entries: SQLWrapper) {
  const rows = await tx
    .selectDistinctOn([updates.entryId])
    .from(updates)
    .where(and(inArray(updates.entryId, entries), isNull(updates.memberStateId)))
    .orderBy(updates.entryId, desc(updates.id));
  return new Map(rows.map((row) => [row.entryId, row]));
}

/** The member states for which a focal point can sign in. */
async function readSpeaking(tx: Transaction): Promise<Set<number>> {
  const rows = await tx
    .selectDistinct({ stateId: users.memberStateId })
    .from(users)
    .where(and(eq(users.role, "focal"), eq(users.isActive, true), isNotNull(users.memberStateId)));
  return new Set(rows.flatMap(({ stateId }) => stateId ?? []));
}
