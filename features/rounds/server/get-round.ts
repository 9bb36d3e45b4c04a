import "server-only";
import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { can } from "@/domain/permissions";
import { draftStates, isLate, whyNotAccepted } from "@/domain/rounds";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { draftLimit } from "../schema";
import { entryNow, type FoundDraft, handedIn, selectDrafts, workOf } from "./lib/read-drafts";
import { countRefresh, readRefresh } from "./lib/read-refresh";
import { readRound } from "./lib/read-round";
import { readSides } from "./lib/read-sides";
import { visibleDrafts } from "./lib/visible-drafts";
import { waiting } from "./lib/waiting";

/**
 * A round as far as the actor may see it: the progress of each reporter, its drafts, and separately
 * those submitted and those late, each list with its own limit. Late drafts are only listed if no
 * filter is set.
 * @param side filter by a member state's code, or `desk`
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
    const inState = state === null ? undefined : eq(roundDrafts.state, state);
    const narrowed = and(seen, side === null ? undefined : ofSide, inState);
    const isOpen = round.state === "open";
    const day = today(context);
    const isOverdue = isOpen && day > round.dueOn && side === null && state === null;
    const canRefresh = isOpen && can(actor, "round.renew");
    const [sides, found, handed, overdue, outdated] = await Promise.all([
      readSides(db, seen, { dueOn: round.dueOn, today: day, isOpen }),
      readSome(db, narrowed),
      can(actor, "round.accept") ? readSome(db, and(narrowed, eq(roundDrafts.state, "submitted"))) : [],
      isOverdue ? readSome(db, and(narrowed, waiting())) : [],
      canRefresh ? readRefresh(db, roundId).then(countRefresh) : null,
    ]);
    const linesOf = (rows: FoundDraft[]) =>
      rows.slice(0, draftLimit).map((row) => lineOf(row, isOpen && isLate(row.draft.state, round.dueOn, day)));
    const ofSides = sides.filter((row) => side === null || side === (row.side?.code ?? "desk"));
    return {
      round,
      sides,
      drafts: linesOf(found),
      isCut: found.length > draftLimit,
      waiting: { lines: linesOf(handed), total: handed.length && sum(ofSides.map(({ submitted }) => submitted)) },
      late: { lines: linesOf(overdue), total: overdue.length && sum(ofSides.map(({ late }) => late)) },
      /** Number of changes that a refresh would make, for those who may refresh; null if none. */
      outdated: outdated && sum(Object.values(outdated)) > 0 ? outdated : null,
      can: {
        accept: isOpen && can(actor, "round.accept"),
        return: isOpen && can(actor, "round.return"),
        close: isOpen && can(actor, "round.close"),
      },
    };
  },
});

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Reads one draft more than a page shows, ordered by reporter and code. */
function readSome(db: Database, where: SQL | undefined) {
  return selectDrafts(db, where)
    .orderBy(sql`${memberStates.protocolOrder} nulls first`, asc(activities.code), asc(planEntries.id))
    .limit(draftLimit + 1);
}

function lineOf(row: FoundDraft, late: boolean) {
  const { draft, entry, code, titleEn, titleLo, isSample, sideCode, sideEn, sideLo } = row;
  const isWaiting = draft.state === "submitted";
  return {
    id: draft.id,
    version: draft.version,
    state: draft.state,
    isLate: late,
    submittedAt: draft.submittedAt,
    authorName: draft.authorName,
    work: workOf(draft),
    before: workOf(entry),
    entryId: entry.id,
    code,
    titleEn,
    titleLo,
    isSample,
    side: sideCode && sideEn ? { code: sideCode, en: sideEn, lo: sideLo } : null,
    refusal: isWaiting ? whyNotAccepted(handedIn(row), entryNow(row), false) : null,
  };
}

export type RoundPage = Awaited<ReturnType<typeof getRound>>;
export type DraftLine = RoundPage["drafts"][number];
