import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaEntries, agendaItems, decisions } from "@/db/schema/meetings";
import { type Foreseen, foreseeAll } from "@/domain/closing";
import { AppError } from "@/domain/errors";
import type { DecisionOutcome, Stage } from "@/domain/lifecycle";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { moveStage } from "@/server/entries/move-stage";
import { DecisionInput } from "../schema";
import { dayOfEffect, type LoadedMeeting, loadMeeting } from "./parts/load-meeting";
import { readOvertaken, standingAt } from "./parts/overtaken";
import { readPending, standingOf } from "./parts/pending";

/**
 * Records what one meeting decided on one entry. In an open meeting it waits for the closing; one that is recorded after a meeting has
 * closed moves the entry at once, on the meeting's last day; where a later meeting has moved the entry since, its history alone.
 */
export const recordDecision = defineCommand({
  name: "decision.record",
  permission: "decision.record",
  input: DecisionInput,
  load: async ({ tx, actor, input }) => ({
    held: await loadMeeting(tx, input.meetingId).catch(toUnknownChoice),
    loaded: await loadEntry(tx, actor, input.entryId),
  }),
  run: async ({ tx, actor, input, row: { held, loaded }, context }) => {
    const { entry } = loaded;
    const { version, ...said } = input;
    if (entry.version !== version)
      throw new AppError("CONFLICT", { current: { stage: entry.stage ?? "", version: String(entry.version) } });
    if (held.meeting.state === "planned") throw atMeeting("MEETING_NOT_OPEN");
    const isLate = held.meeting.state === "closed";
    const day = isLate ? dayOfEffect(held, context) : null;
    const overtaken = await readOvertaken(tx, [entry.id], held.meeting.lastOn);
    const { from, to } = await foreseeNext(tx, held, loaded, { outcome: input.outcome, overtaken });
    const agendaNo = (await agendaNoOf(tx, input)) ?? input.agendaNo;
    const [decision] = await tx
      .insert(decisions)
      .values({
        ...{ ...said, agendaNo, stageFrom: from, stageTo: to },
        ...{ appliedAt: isLate ? context.now : null, recordedAt: context.now, recordedBy: actor.userId },
      })
      .returning({ id: decisions.id });
    if (!decision) throw new AppError("INTERNAL");
    const isOvertaken = overtaken.has(entry.id);
    const { stage } =
      day === null ? entry : await moveStage(tx, context, entry, { to, decisionId: decision.id, day, isOvertaken });
    return {
      result: { decisionId: decision.id, stage, isPending: !isLate },
      audit: {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { stage: entry.stage },
        after: {
          ...{ stage, decisionId: decision.id, meetingId: input.meetingId },
          ...{ outcome: input.outcome, isPending: !isLate },
        },
      },
    };
  },
});

const atMeeting = (code: "MEETING_NOT_OPEN" | "UNKNOWN_CHOICE") =>
  new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code }] });

function toUnknownChoice(error: unknown): never {
  throw error instanceof AppError && error.code === "NOT_FOUND" ? atMeeting("UNKNOWN_CHOICE") : error;
}

/** What the decision would do after those that the meeting has recorded on the entry already. @throws AppError why it cannot */
async function foreseeNext(
  tx: Transaction,
  { meeting, body }: LoadedMeeting,
  loaded: Parameters<typeof standingOf>[0],
  { outcome, overtaken }: { outcome: DecisionOutcome; overtaken: ReadonlyMap<number, Stage | null> },
): Promise<Foreseen> {
  const entryId = loaded.entry.id;
  const earlier = (await readPending(tx, meeting.id)).filter((decision) => decision.entryId === entryId);
  const standings = new Map([[entryId, standingAt(standingOf(loaded), overtaken, entryId)]]);
  const all = foreseeAll([...earlier, { entryId, outcome }], standings, body);
  const last = all.at(-1);
  if (!last) throw new AppError("INTERNAL");
  if (last.refusal === "OUTCOME_NOT_OF_BODY")
    throw new AppError("INVALID_INPUT", { fields: [{ field: "outcome", code: last.refusal }] });
  if (last.refusal !== null) throw new AppError(last.refusal);
  return last;
}

type Place = { meetingId: number; entryId: number; agendaItemId: number | null };

/** Puts the entry under the point of the agenda, where it does not stand yet. @returns the point's number */
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
