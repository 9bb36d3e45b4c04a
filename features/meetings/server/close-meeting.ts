import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { type DecisionPreview, previewDecisions, reviewOf } from "@/domain/closing";
import { AppError } from "@/domain/errors";
import type { Stage } from "@/domain/lifecycle";
import type { Context } from "@/server/context";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadEntries } from "@/server/entries/load";
import { dayOfEffect, loadMeeting, refuseStaleMeeting } from "@/server/entries/load-meeting";
import { moveStage } from "@/server/entries/move-stage";
import { CloseMeetingInput } from "../schema";
import { readOvertaken, stageAndStatusAt } from "./lib/overtaken";
import { readPending, stageAndStatusOf } from "./lib/pending";

/**
 * Closes a meeting and applies all its decisions in one transaction, exactly as the review showed
 * them.
 * @throws AppError MEETING_NOT_OPEN, CONFLICT, REVIEW_OUTDATED, MEETING_DAY_UNKNOWN or DAY_AHEAD at
 *   `meetingId`, DECISIONS_IMPOSSIBLE {entries}
 */
export const closeMeeting = defineCommand({
  name: "meeting.close",
  permission: "meeting.close",
  input: CloseMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, actor, input, row: loadedMeeting, context }) => {
    if (loadedMeeting.meeting.state !== "open") throw new AppError("MEETING_NOT_OPEN");
    refuseStaleMeeting(loadedMeeting, input.version);
    const day = dayOfEffect(loadedMeeting, context);
    const pending = await readPending(tx, loadedMeeting.meeting.id);
    const ids = [...new Set(pending.map(({ entryId }) => entryId))];
    const loaded = new Map((await loadEntries(tx, actor, ids)).map((row) => [row.entry.id, row]));
    const overtaken = await readOvertaken(tx, ids, day);
    const currentById = new Map(
      [...loaded].map(([id, row]) => [id, stageAndStatusAt(stageAndStatusOf(row), overtaken, id)]),
    );
    const preview = previewDecisions(pending, currentById, loadedMeeting.body);
    if (reviewOf(preview) !== input.review) throw new AppError("REVIEW_OUTDATED");
    refuseImpossible(preview, loaded);
    const before = Object.fromEntries([...loaded].map(([id, { entry }]) => [id, entry.stage]));
    await applyAll(tx, context, { preview, loaded, day, overtaken });
    await tx
      .update(meetings)
      .set({ state: "closed", version: sql`${meetings.version} + 1` })
      .where(eq(meetings.id, loadedMeeting.meeting.id));
    const after = Object.fromEntries([...loaded].map(([id, { entry }]) => [id, entry.stage]));
    return {
      result: { decisions: preview.length },
      audit: [
        {
          subject: "meetings",
          subjectId: loadedMeeting.meeting.id,
          before: { state: "open" },
          after: { state: "closed", decisions: preview.length },
        },
        ...ids.map((id) => ({
          subject: "plan_entries",
          subjectId: id,
          before: { stage: before[id] ?? null },
          after: { stage: after[id] ?? null, meetingId: loadedMeeting.meeting.id },
        })),
      ],
    };
  },
});

type Applied = { id: number; entryId: number } & DecisionPreview;

function refuseImpossible(preview: readonly Applied[], loaded: ReadonlyMap<number, LoadedEntry>): void {
  const impossible = preview.filter(({ refusal }) => refusal !== null);
  if (impossible.length === 0) return;
  const codes = new Set(impossible.map(({ entryId }) => loaded.get(entryId)?.activity.code ?? String(entryId)));
  throw new AppError("DECISIONS_IMPOSSIBLE", { params: { entries: [...codes].join(", ") } });
}

type Applying = {
  preview: readonly Applied[];
  loaded: Map<number, LoadedEntry>;
  day: string;
  overtaken: ReadonlyMap<number, Stage | null>;
};

/** Applies each decision to the result of those before it. */
async function applyAll(tx: Transaction, context: Context, applying: Applying): Promise<void> {
  const { preview, loaded, day, overtaken } = applying;
  for (const { id, entryId, from, to } of preview) {
    const row = loaded.get(entryId);
    if (!row) throw new AppError("INTERNAL");
    await tx
      .update(decisions)
      .set({ appliedAt: context.now, stageFrom: from, stageTo: to })
      .where(eq(decisions.id, id));
    const isOvertaken = overtaken.has(entryId);
    const entry = await moveStage(tx, context, row.entry, { to, decisionId: id, day, isOvertaken });
    loaded.set(entryId, { ...row, entry });
  }
}
