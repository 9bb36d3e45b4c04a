import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaEntries, agendaItems, decisions } from "@/db/schema/meetings";
import { type DecisionPreview, previewDecisions } from "@/domain/closing";
import { AppError } from "@/domain/errors";
import type { DecisionOutcome, Stage } from "@/domain/lifecycle";
import type { Context } from "@/server/context";
import type { LoadedEntry } from "@/server/entries/load";
import { dayOfEffect, type LoadedMeeting } from "@/server/entries/load-meeting";
import { moveStage } from "@/server/entries/move-stage";
import { readOvertaken, stageAndStatusAt } from "./overtaken";
import { readPending, stageAndStatusOf } from "./pending";

type Said = {
  meetingId: number;
  entryId: number;
  /** Of the entry, as the person saw it. */
  version: number;
  agendaItemId: number | null;
  agendaNo: string | null;
  verbPrinted: string;
  outcome: DecisionOutcome;
  textEn: string | null;
  textLo: string | null;
  reference: string | null;
};
type Adding = { loadedMeeting: LoadedMeeting; loaded: LoadedEntry; said: Said };

/**
 * Adds a meeting's decision on one entry: pending while the meeting is open, in effect at once
 * after it.
 * @throws AppError as `recordDecision`
 */
export async function addDecision(tx: Transaction, context: Context, { loadedMeeting, loaded, said }: Adding) {
  const { entry } = loaded;
  const { version, ...decisionFields } = said;
  if (entry.version !== version)
    throw new AppError("CONFLICT", { current: { stage: entry.stage ?? "", version: String(entry.version) } });
  const { state } = loadedMeeting.meeting;
  if (state !== "open" && state !== "closed") throw atMeeting("MEETING_NOT_OPEN");
  const day = state === "closed" ? dayOfEffect(loadedMeeting, context) : null;
  await refuseDouble(tx, said);
  const agendaNo = (await agendaNoOf(tx, said)) ?? said.agendaNo;
  const [decision] = await tx
    .insert(decisions)
    .values({ ...decisionFields, agendaNo, recordedAt: context.now, recordedBy: context.actor.userId })
    .returning({ id: decisions.id });
  if (!decision) throw new AppError("INTERNAL");
  const overtaken = await readOvertaken(tx, [entry.id], loadedMeeting.meeting.lastOn);
  const { from, to } = await previewNew(tx, loadedMeeting, loaded, { id: decision.id, overtaken });
  await tx
    .update(decisions)
    .set({ stageFrom: from, stageTo: to, appliedAt: day === null ? null : context.now })
    .where(eq(decisions.id, decision.id));
  const isOvertaken = overtaken.has(entry.id);
  const { stage } =
    day === null ? entry : await moveStage(tx, context, entry, { to, decisionId: decision.id, day, isOvertaken });
  return { decisionId: decision.id, stage };
}

export const atMeeting = (code: "MEETING_NOT_OPEN" | "UNKNOWN_CHOICE") =>
  new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code }] });

/**
 * Refuses a decision that is already pending: recorded by two people or sent twice, it would be
 * applied twice.
 * @throws AppError DECISION_ALREADY_WAITS
 */
async function refuseDouble(tx: Transaction, said: Said): Promise<void> {
  const { meetingId, entryId, agendaItemId, outcome, verbPrinted } = said;
  const same = and(
    ...[eq(decisions.meetingId, meetingId), eq(decisions.entryId, entryId), isNull(decisions.appliedAt)],
    ...[eq(decisions.outcome, outcome), eq(decisions.verbPrinted, verbPrinted)],
    sql`${decisions.agendaItemId} is not distinct from ${agendaItemId}::int`,
  );
  if ((await tx.$count(decisions, same)) > 0) throw new AppError("DECISION_ALREADY_WAITS");
}

/**
 * Previews the decision in its position among the meeting's decisions on the entry, because closing
 * applies them in agenda order.
 * @throws AppError why it cannot be applied, or why a decision after it no longer could
 */
async function previewNew(
  tx: Transaction,
  { meeting, body }: LoadedMeeting,
  loaded: Parameters<typeof stageAndStatusOf>[0],
  { id, overtaken }: { id: number; overtaken: ReadonlyMap<number, Stage | null> },
): Promise<DecisionPreview> {
  const entryId = loaded.entry.id;
  const waiting = (await readPending(tx, meeting.id)).filter((decision) => decision.entryId === entryId);
  const currentById = new Map([[entryId, stageAndStatusAt(stageAndStatusOf(loaded), overtaken, entryId)]]);
  const lines = previewDecisions(waiting, currentById, body);
  const own = lines.find((line) => line.id === id);
  if (!own) throw new AppError("INTERNAL");
  if (own.refusal === "OUTCOME_NOT_OF_BODY")
    throw new AppError("INVALID_INPUT", { fields: [{ field: "outcome", code: own.refusal }] });
  if (own.refusal !== null) throw new AppError(own.refusal);
  const others = waiting.filter((decision) => decision.id !== id);
  const possible = previewDecisions(others, currentById, body).filter(({ refusal }) => refusal === null);
  const barred = lines.find((line) => line.refusal !== null && possible.some((other) => other.id === line.id));
  if (barred) throw new AppError("LATER_POINT_BARRED");
  return own;
}

type Place = { meetingId: number; entryId: number; agendaItemId: number | null };

/**
 * Adds the entry to the agenda item if it is not there yet.
 * @returns the item's number
 */
async function agendaNoOf(tx: Transaction, { meetingId, entryId, agendaItemId }: Place): Promise<string | null> {
  if (agendaItemId === null) return null;
  const [item] = await tx
    .select({ no: agendaItems.no })
    .from(agendaItems)
    .where(and(eq(agendaItems.id, agendaItemId), eq(agendaItems.meetingId, meetingId)));
  if (!item) throw new AppError("INVALID_INPUT", { fields: [{ field: "agendaItemId", code: "UNKNOWN_CHOICE" }] });
  await tx.insert(agendaEntries).values({ itemId: agendaItemId, entryId }).onConflictDoNothing();
  return item.no;
}
