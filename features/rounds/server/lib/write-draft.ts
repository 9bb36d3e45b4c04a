import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { AppError } from "@/domain/errors";
import { isWritable } from "@/domain/rounds";
import type { DraftFields } from "@/features/rounds/schema";
import { changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import type { Done } from "@/server/define";
import type { LoadedDraft } from "./load-draft";
import { refuseClosedRound } from "./load-round";
import { draftFields } from "./read-drafts";

type Writing = {
  fields: DraftFields;
  version: number;
  /** Of the entry that the writer had beside the form. */
  entryVersion: number;
  state: "writing" | "submitted";
};

export type Written = { roundId: number; version: number };

/**
 * Saves what a side has written. While it goes on writing, only the first words have an audit row:
 * a draft is no part of the register.
 * @throws AppError ROUND_CLOSED, DRAFT_NOT_WRITABLE; CONFLICT with the draft as it stands, when
 *   somebody else saved first
 */
export async function writeDraft(
  { tx, context }: { tx: Transaction; context: Context },
  held: LoadedDraft,
  { fields, version, entryVersion, state }: Writing,
): Promise<Done<Written>> {
  const { draft, entry, round } = held;
  refuseClosedRound(round);
  if (!isWritable(draft.state)) throw new AppError("DRAFT_NOT_WRITABLE");
  if (draft.version !== version) throw new AppError("CONFLICT", { current: draftFields(held) });
  const base = entryVersion === entry.version ? baseNow(held) : {};
  const next = { ...fields, ...base };
  const isStep = draft.state !== state;
  if (!isStep && !changedFields({ ...draft }, next)) return { result: { roundId: round.id, version }, audit: null };
  await tx
    .update(roundDrafts)
    .set({
      ...next,
      state,
      authorId: context.actor.userId,
      authorName: context.actor.name,
      updatedAt: context.now,
      submittedAt: state === "submitted" ? context.now : null,
      version: sql`${roundDrafts.version} + 1`,
    })
    .where(eq(roundDrafts.id, draft.id));
  const audit = {
    subject: "round_drafts",
    subjectId: draft.id,
    before: { state: draft.state },
    after: { state, roundId: round.id, entryId: entry.id },
  };
  return { result: { roundId: round.id, version: version + 1 }, audit: isStep ? audit : null };
}

/** The writer has seen the entry as it is now: what they say is said over that. */
function baseNow({ entry, lastUpdateId }: LoadedDraft) {
  return {
    baseStatus: entry.status,
    baseSchedule: entry.schedule,
    baseScheduleReason: entry.scheduleReason,
    baseProgress: entry.progress,
    baseUpdateId: lastUpdateId,
  };
}
