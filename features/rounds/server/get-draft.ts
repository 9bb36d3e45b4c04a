import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { differingWork, hasMovedOn, isLate, isWritable, whyNotAccepted } from "@/domain/rounds";
import { diffText } from "@/domain/text-diff";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { isOfEntry } from "@/server/register/standing-updates";
import { baseOf, draftFields, entryNow, type FoundDraft, handedIn, selectDrafts, workOf } from "./lib/read-drafts";
import { readRound } from "./lib/read-round";
import { visibleDrafts } from "./lib/visible-drafts";

const textFields = ["textLo", "textEn", "issues", "nextSteps", "decisionSought"] as const;
export type TextField = (typeof textFields)[number];
/** More updates than one entry ever gets during a round; the activity's page has them all. */
const laterLimit = 50;

/**
 * One draft for its writer and for heads of division: its content and what is new since the last
 * report. If the entry has changed meanwhile, also its current values and the updates since.
 * @throws AppError NOT_FOUND, also for drafts of others and of another round
 */
export const getDraft = defineQuery({
  name: "round.getDraft",
  permission: "round.read",
  input: z.object({ roundId: rowId, draftId: rowId }),
  run: async ({ db, actor, input: { roundId, draftId }, context }) => {
    const wanted = and(eq(roundDrafts.id, draftId), eq(roundDrafts.roundId, roundId), visibleDrafts(db, actor));
    const [found] = await selectDrafts(db, wanted);
    if (!found) throw new AppError("NOT_FOUND");
    const round = await readRound(db, roundId);
    const { draft, entry, code, titleEn, titleLo, isSample, sideCode, sideEn, sideLo } = found;
    const { state, remark, authorName, submittedAt, updatedAt, updateId, version } = draft;
    const isOpen = round.state === "open";
    const isWaiting = isOpen && state === "submitted";
    const now = entryNow(found);
    const movedOn = isOpen && state !== "accepted" && hasMovedOn(handedIn(found), now);
    const row = { ownerStateIds: draft.memberStateId === null ? [] : [draft.memberStateId], participantStateIds: [] };
    return {
      round,
      draft: { id: draftId, state, version, remark, authorName, submittedAt, updatedAt, updateId, ...workOf(draft) },
      entry: { id: entry.id, version: entry.version, code, titleEn, titleLo, isSample, work: now.work },
      side: sideCode && sideEn ? { code: sideCode, en: sideEn, lo: sideLo } : null,
      fields: draftFields(found),
      texts: Object.fromEntries(textFields.map((field) => [field, draft[field]])) as Record<TextField, string | null>,
      since: await sinceLastTime(db, found),
      hasMovedOn: movedOn,
      later: movedOn ? await readLater(db, found) : [],
      /**
       * The reason why it cannot be accepted even though both versions are shown; null if it can.
       */
      refusal: isWaiting ? whyNotAccepted(handedIn(found), now, true) : null,
      isLate: isOpen && isLate(state, round.dueOn, today(context)),
      can: {
        write: isOpen && isWritable(state) && can(actor, "round.write", row),
        accept: isWaiting && can(actor, "round.accept"),
        return: isWaiting && can(actor, "round.return"),
      },
    };
  },
});

/**
 * Differences between the draft and the entry as its writer last saw it: fields of the work, and
 * texts word by word.
 */
async function sinceLastTime(db: Database, { draft }: FoundDraft) {
  const base = baseOf(draft);
  const [last] =
    draft.baseUpdateId === null ? [] : await db.select().from(updates).where(eq(updates.id, draft.baseUpdateId));
  const texts = textFields.filter((field) => (last?.[field] ?? "") !== (draft[field] ?? ""));
  return {
    reportedOn: last?.reportedOn ?? null,
    work: differingWork(base, workOf(draft)).map((field) => ({ field, before: base[field], after: draft[field] })),
    texts: texts.map((field) => ({ field, parts: diffText(last?.[field] ?? "", draft[field] ?? "") })),
  };
}

/** Updates of the entry since its writer last saw it, the latest first. */
function readLater(db: Database, { entry, draft }: FoundDraft) {
  const { id, reportedOn, authorName, status, schedule, scheduleReason, progress } = updates;
  const { textEn, textLo, issues, nextSteps, decisionSought } = updates;
  return db
    .select({
      id,
      reportedOn,
      authorName,
      status,
      schedule,
      scheduleReason,
      progress,
      textEn,
      textLo,
      issues,
      nextSteps,
      decisionSought,
    })
    .from(updates)
    .where(and(eq(updates.entryId, entry.id), isOfEntry, gt(updates.id, draft.baseUpdateId ?? 0)))
    .orderBy(desc(updates.id))
    .limit(laterLimit);
}

export type DraftPage = Awaited<ReturnType<typeof getDraft>>;
