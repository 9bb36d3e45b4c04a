import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { concepts } from "@/db/schema/concepts";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { phaseAfter, reachesBeyond } from "@/domain/carry-over";
import { AppError } from "@/domain/errors";
import { isMemberOn } from "@/domain/member-states";
import type { Context } from "@/server/context";
import type { LoadedEntry } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";

type Entry = LoadedEntry["entry"];

export type Carrying = {
  settlement: "carry" | "phase";
  reason: string | null;
  /** The decision that covers the next year too; without one the proposal begins anew. */
  decisionId: number | null;
  /** The plan's id, and the last days of the old and of the new period. */
  target: { id: number; endsOn: string };
  oldEndsOn: string;
};

const atWork = { stage: "approved", status: "not_started", schedule: "on_track", progress: 0 } as const;

/**
 * How a carried entry begins: approved by a decision that covers its year, as a draft, or without a
 * stage where it never had one.
 */
function beginning(entry: Entry, decisionId: number | null) {
  if (decisionId !== null) return { ...atWork, wasSubmitted: true, wasApproved: true, carriedDecisionId: decisionId };
  return { stage: entry.stage === null ? null : ("draft" as const) };
}

/**
 * Goes on with an entry in a later plan: a new entry that points to it, with the parties that are
 * members then. The old one keeps its stage and status, and says why it went on.
 * @returns the new entry's id
 * @throws AppError CONFLICT when the old entry is no longer the one that was read
 */
export async function carryEntry(
  tx: Transaction,
  context: Context,
  { entry }: LoadedEntry,
  carrying: Carrying,
): Promise<number> {
  const { settlement, reason, decisionId, target, oldEndsOn } = carrying;
  const goesOn = reachesBeyond(entry.plannedEndOn, oldEndsOn);
  const { plannedStartOn, plannedEndOn, budgetApprovedUsd, fund } = entry;
  const [made] = await tx
    .insert(planEntries)
    .values({
      activityId: entry.activityId,
      workPlanId: target.id,
      carriedFromId: entry.id,
      phase: phaseAfter(entry.phase, settlement),
      isConfidential: entry.isConfidential,
      ...beginning(entry, decisionId),
      ...(goesOn ? { plannedStartOn, plannedEndOn, budgetApprovedUsd, fund } : {}),
      updatedBy: context.actor.userId,
    })
    .returning({ id: planEntries.id });
  if (!made) throw new AppError("INTERNAL");
  await copyParties(tx, { fromId: entry.id, toId: made.id, day: target.endsOn });
  await copyConcept(tx, entry.id, made.id);
  await recordVersion(tx, context, made.id, { change: "plan.carryOver", decisionId: decisionId ?? undefined });
  const saved = await tx
    .update(planEntries)
    .set({
      settledReason: reason,
      version: sql`${planEntries.version} + 1`,
      updatedAt: context.now,
      updatedBy: context.actor.userId,
    })
    .where(and(eq(planEntries.id, entry.id), eq(planEntries.version, entry.version)))
    .returning({ id: planEntries.id });
  if (saved.length === 0) throw new AppError("CONFLICT");
  await recordVersion(tx, context, entry.id, { change: "plan.carryOver" });
  return made.id;
}

/** The concept paper goes along, to be brought up to date before it is submitted again. */
async function copyConcept(tx: Transaction, fromId: number, toId: number): Promise<void> {
  const [concept] = await tx.select().from(concepts).where(eq(concepts.entryId, fromId));
  if (!concept) return;
  const { version: _version, updatedAt: _at, ...texts } = concept;
  await tx.insert(concepts).values({ ...texts, entryId: toId });
}

/**
 * Who stands to the old entry stands to the new one too, if it is a member then; what was reported
 * stays behind, and with it the states that take part no more.
 */
async function copyParties(tx: Transaction, { fromId, toId, day }: { fromId: number; toId: number; day: string }) {
  const states = await tx.select().from(memberStates);
  const members = new Set(states.filter((state) => isMemberOn(state, day)).map(({ id }) => id));
  const parties = await tx.select().from(entryParties).where(eq(entryParties.entryId, fromId)).orderBy(entryParties.id);
  const going = parties.filter(({ memberStateId }) => memberStateId === null || members.has(memberStateId));
  if (going.length > 0) {
    await tx.insert(entryParties).values(
      going.map(({ role, memberStateId, agencyId, partnerId }) => {
        return { entryId: toId, role, memberStateId, agencyId, partnerId };
      }),
    );
  }
  const shares = await tx.select().from(entryStates).where(eq(entryStates.entryId, fromId)).orderBy(entryStates.id);
  const kept = shares.filter(({ memberStateId, role }) => role !== "former" && members.has(memberStateId));
  if (kept.length > 0) {
    await tx.insert(entryStates).values(
      kept.map(({ memberStateId, role, focalPoint }) => {
        return { entryId: toId, memberStateId, role, focalPoint };
      }),
    );
  }
}
