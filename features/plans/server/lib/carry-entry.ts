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
  action: "carry" | "phase";
  reason: string | null;
  /** The decision that also covers the next year; without it the proposal begins as a draft. */
  decisionId: number | null;
  /**
   * The id of the target plan, and the last day of its period; `oldEndsOn` is the last day of the
   * old one.
   */
  target: { id: number; endsOn: string };
  oldEndsOn: string;
};

const atWork = { stage: "approved", status: "not_started", schedule: "on_track", progress: 0 } as const;

/**
 * The first stage of a carried entry: approved by a decision that covers its year, or draft, or
 * none if the old entry had none.
 */
function beginning(entry: Entry, decisionId: number | null) {
  if (decisionId !== null) return { ...atWork, wasSubmitted: true, wasApproved: true, carriedDecisionId: decisionId };
  return { stage: entry.stage === null ? null : ("draft" as const) };
}

/**
 * Continues an entry in a later plan: creates a new entry that refers to it, with the parties that
 * are members at that time. The old entry retains its stage and status and records the reason.
 * @returns the new entry's id
 * @throws AppError CONFLICT if the old entry has changed since it was read
 */
export async function carryEntry(
  tx: Transaction,
  context: Context,
  { entry }: LoadedEntry,
  carrying: Carrying,
): Promise<number> {
  const { action, reason, decisionId, target, oldEndsOn } = carrying;
  const goesOn = reachesBeyond(entry.plannedEndOn, oldEndsOn);
  const { plannedStartOn, plannedEndOn, budgetApprovedUsd, fund } = entry;
  const [made] = await tx
    .insert(planEntries)
    .values({
      activityId: entry.activityId,
      workPlanId: target.id,
      carriedFromId: entry.id,
      phase: phaseAfter(entry.phase, action),
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

/** Copies the concept note, to be updated before the proposal is submitted again. */
async function copyConcept(tx: Transaction, fromId: number, toId: number): Promise<void> {
  const [concept] = await tx.select().from(concepts).where(eq(concepts.entryId, fromId));
  if (!concept) return;
  const { version: _version, updatedAt: _at, ...texts } = concept;
  await tx.insert(concepts).values({ ...texts, entryId: toId });
}

/**
 * Copies the parties and states that are members in the new period. Reports are not copied, nor are
 * former states.
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
  const continuing = shares.filter(({ memberStateId, role }) => role !== "former" && members.has(memberStateId));
  if (continuing.length > 0) {
    await tx.insert(entryStates).values(
      continuing.map(({ memberStateId, role, focalPoint }) => {
        return { entryId: toId, memberStateId, role, focalPoint };
      }),
    );
  }
}
