import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { can } from "@/domain/permissions";
import { draftStates, hasMovedOn, isLate, whyNotAccepted } from "@/domain/rounds";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { draftLimit } from "../schema";
import { entryNow, type FoundDraft, handedIn, selectDrafts, workOf } from "./parts/read-drafts";
import { readRound } from "./parts/read-round";
import { readSides } from "./parts/read-sides";
import { visibleDrafts } from "./parts/visible-drafts";

/**
 * A round: how far each side is, what is late, and its drafts, as far as the actor sees them.
 * @param side of this member state's code alone, or of `desk`
 * @throws AppError NOT_FOUND
 */
export const getRound = defineQuery({
  name: "round.get",
  permission: "round.read",
  input: z.object({
    roundId: rowId,
    side: z.string().max(10).nullable().default(null),
    state: z.enum(draftStates).nullable().default(null),
  }),
  run: async ({ db, actor, input: { roundId, side, state }, context }) => {
    const round = await readRound(db, roundId);
    const seen = and(eq(roundDrafts.roundId, roundId), visibleDrafts(db, actor));
    const ofSide = side === "desk" ? isNull(roundDrafts.memberStateId) : eq(memberStates.code, side ?? "");
    const day = today(context);
    const [sides, found] = await Promise.all([
      readSides(db, seen, { dueOn: round.dueOn, today: day, isOpen: round.state === "open" }),
      selectDrafts(
        db,
        and(seen, side === null ? undefined : ofSide, state === null ? undefined : eq(roundDrafts.state, state)),
      )
        .orderBy(sql`${memberStates.protocolOrder} nulls first`, asc(activities.code), asc(planEntries.id))
        .limit(draftLimit + 1),
    ]);
    const isOpen = round.state === "open";
    const isHead = can(actor, "round.accept");
    return {
      ...{ round, sides, isCut: found.length > draftLimit },
      drafts: found.slice(0, draftLimit).map((row) => lineOf(row, isOpen && isLate(row.draft.state, round.dueOn, day))),
      can: {
        accept: isOpen && isHead,
        return: isOpen && can(actor, "round.return"),
        close: isOpen && can(actor, "round.close"),
      },
    };
  },
});

function lineOf(row: FoundDraft, late: boolean) {
  const { draft, entry, code, titleEn, titleLo, isSample, sideCode, sideEn, sideLo } = row;
  const isWaiting = draft.state === "submitted";
  return {
    ...{ id: draft.id, version: draft.version, state: draft.state, isLate: late, submittedAt: draft.submittedAt },
    ...{ authorName: draft.authorName, updateId: draft.updateId, work: workOf(draft), before: workOf(entry) },
    ...{ entryId: entry.id, code, titleEn, titleLo, isSample },
    side: sideCode && sideEn ? { code: sideCode, en: sideEn, lo: sideLo } : null,
    refusal: isWaiting ? whyNotAccepted(handedIn(row), entryNow(row), false) : null,
    hasMovedOn: draft.state !== "accepted" && hasMovedOn(handedIn(row), entryNow(row)),
  };
}

export type RoundPage = Awaited<ReturnType<typeof getRound>>;
export type DraftLine = RoundPage["drafts"][number];
