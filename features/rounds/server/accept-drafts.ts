import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { AppError, type ErrorCode } from "@/domain/errors";
import { whyNotAccepted } from "@/domain/rounds";
import type { AuditChange } from "@/server/audit";
import { type Context, today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadEntries } from "@/server/entries/load";
import { recordReport } from "@/server/entries/record-report";
import { AcceptInput } from "../schema";
import { type LoadedRound, loadRound, refuseClosedRound } from "./lib/load-round";
import { lockDrafts } from "./lib/lock-drafts";
import { entryNow, type FoundDraft, handedIn, selectDrafts } from "./lib/read-drafts";

/**
 * Accepts drafts, all or none: each becomes an update of its entry, dated today, that cites the
 * round.
 * @throws AppError ROUND_CLOSED; for a single draft the reason why it cannot be accepted, for
 *   several DRAFTS_IMPOSSIBLE {entries}
 */
export const acceptDrafts = defineCommand({
  name: "round.accept",
  permission: "round.accept",
  input: AcceptInput,
  load: ({ tx, input }) => loadRound(tx, input.roundId),
  run: async ({ tx, actor, input, row: round, context }) => {
    refuseClosedRound(round);
    const locked = await lockDrafts(tx, round.id, input.drafts);
    const entryIds = locked.map(({ entryId }) => entryId);
    const entries = new Map((await loadEntries(tx, actor, entryIds)).map((row) => [row.entry.id, row]));
    const ids = locked.map(({ id }) => id);
    const found = await selectDrafts(tx, inArray(roundDrafts.id, ids)).orderBy(roundDrafts.id);
    const seen = new Map(input.drafts.map(({ id, version }) => [id, version]));
    const isSeen = (row: FoundDraft) => found.length === 1 && input.entryVersion === row.entry.version;
    refuseImpossible(
      found.map((row) => ({
        code: row.code,
        why: whyNotAccepted(handedIn(row), entryNow(row), isSeen(row)) ?? staleness(row, seen),
      })),
    );
    const audit: AuditChange[] = [];
    for (const row of found) audit.push(await accept(tx, context, { row, round, loaded: entries.get(row.entry.id) }));
    const accepted = found.length;
    return {
      result: { accepted },
      audit: [{ subject: "rounds", subjectId: round.id, after: { accepted } }, ...audit],
    };
  },
});

/** CONFLICT if the draft has changed since the head saw it. */
function staleness({ draft }: FoundDraft, seen: ReadonlyMap<number, number>): "CONFLICT" | null {
  return draft.version === seen.get(draft.id) ? null : "CONFLICT";
}

function refuseImpossible(reviewed: readonly { code: string; why: ErrorCode | null }[]): void {
  const impossible = reviewed.filter(({ why }) => why !== null);
  const [first] = impossible;
  if (!first?.why) return;
  if (reviewed.length === 1) throw new AppError(first.why, { params: { code: first.code } });
  const entries = impossible.map(({ code }) => code).join(", ");
  throw new AppError("DRAFTS_IMPOSSIBLE", { params: { entries } });
}

type Accepting = { row: FoundDraft; round: LoadedRound; loaded: LoadedEntry | undefined };

async function accept(tx: Transaction, context: Context, { row, round, loaded }: Accepting): Promise<AuditChange> {
  const { draft } = row;
  if (!loaded || draft.status === null) throw new AppError("INTERNAL");
  const { status, scheduleReason, progress, textEn, textLo, issues, nextSteps, decisionSought } = draft;
  const { updateId, changed } = await recordReport(tx, context, loaded, {
    work: { status, schedule: draft.schedule ?? "on_track", scheduleReason, progress },
    words: { textEn, textLo, issues, nextSteps, decisionSought, meetingId: round.meetingId },
    seenVersion: loaded.entry.version,
    reportedOn: today(context),
    author: { id: draft.authorId, name: draft.authorName ?? context.actor.name },
    roundId: round.id,
    change: "round.accept",
  });
  await tx
    .update(roundDrafts)
    .set({ state: "accepted", updateId, remark: null, version: sql`${roundDrafts.version} + 1` })
    .where(eq(roundDrafts.id, draft.id));
  return {
    subject: "plan_entries",
    subjectId: loaded.entry.id,
    before: changed?.before ?? null,
    after: { ...changed?.after, updateId, roundId: round.id },
  };
}
