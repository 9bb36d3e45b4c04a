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
  /** Version of the entry that was shown beside the form. */
  entryVersion: number;
  state: "writing" | "submitted";
};

export type Written = { roundId: number; version: number };

/**
 * Saves a reporter's text. Only a change of state has an audit row, not each later save: a draft is
 * not part of the register.
 * @throws AppError ROUND_CLOSED, DRAFT_NOT_WRITABLE; CONFLICT with the current draft if somebody
 *   else saved first
 */
export async function writeDraft(
  { tx, context }: { tx: Transaction; context: Context },
  loaded: LoadedDraft,
  { fields, version, entryVersion, state }: Writing,
): Promise<Done<Written>> {
  const { draft, entry, round } = loaded;
  refuseClosedRound(round);
  if (!isWritable(draft.state)) throw new AppError("DRAFT_NOT_WRITABLE");
  if (draft.version !== version) throw new AppError("CONFLICT", { current: draftFields(loaded) });
  const base = entryVersion === entry.version ? baseNow(loaded) : {};
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

/**
 * The current values of the entry, stored as the basis of the draft because the writer has seen
 * them.
 */
function baseNow({ entry, lastUpdateId }: LoadedDraft) {
  return {
    baseStatus: entry.status,
    baseSchedule: entry.schedule,
    baseScheduleReason: entry.scheduleReason,
    baseProgress: entry.progress,
    baseUpdateId: lastUpdateId,
  };
}
