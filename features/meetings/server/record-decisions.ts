import "server-only";
import { AppError, type FieldError } from "@/domain/errors";
import type { AuditChange } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadEntries } from "@/server/entries/load";
import { loadMeeting } from "@/server/entries/load-meeting";
import { DecisionsInput, type DecisionsSaid } from "../schema";
import { addDecision, atMeeting } from "./lib/add-decision";

/**
 * Records one decision of an open meeting on several entries of its agenda, all or none. They wait
 * for the closing like single ones.
 * @throws AppError MEETING_NOT_OPEN at `meetingId`; ROWS_REFUSED {count}, with each reason as
 *   `row.<entry>`
 */
export const recordDecisions = defineCommand({
  name: "decision.recordMany",
  permission: "decision.record",
  input: DecisionsInput,
  load: async ({ tx, actor, input }) => ({
    loadedMeeting: await loadMeeting(tx, input.meetingId),
    entries: await loadEntries(
      tx,
      actor,
      input.rows.map(({ entryId }) => entryId),
    ),
  }),
  run: async ({ tx, input, row: { loadedMeeting, entries }, context }) => {
    if (loadedMeeting.meeting.state !== "open") throw atMeeting("MEETING_NOT_OPEN");
    const audit: AuditChange[] = [];
    const refused: FieldError[] = [];
    for (const loaded of entries) {
      const { id, stage } = loaded.entry;
      try {
        const said = saidOf(input, id);
        const { decisionId } = await addDecision(tx, context, { loadedMeeting, loaded, said });
        const after = { stage, decisionId, meetingId: input.meetingId, outcome: input.outcome, isPending: true };
        audit.push({ subject: "plan_entries", subjectId: id, before: { stage }, after });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push(...atRow(error, loaded));
      }
    }
    if (refused.length > 0) {
      const count = new Set(refused.map(({ field }) => field)).size;
      throw new AppError("ROWS_REFUSED", { params: { count }, fields: refused });
    }
    return { result: { meetingId: input.meetingId, count: audit.length }, audit };
  },
});

/** What the input says of this entry: the common words, and its own where it has some. */
function saidOf({ meetingId, rows, own, ...common }: DecisionsSaid, entryId: number) {
  const row = rows.find((one) => one.entryId === entryId);
  const words = own.find((one) => one.entryId === entryId);
  return {
    ...common,
    meetingId,
    entryId,
    version: row?.version ?? 0,
    agendaItemId: row?.itemId ?? null,
    agendaNo: null,
    textEn: words?.textEn ?? common.textEn,
    textLo: words?.textLo ?? common.textLo,
  };
}

/** The refusal of one of several entries, as an error at that row. */
function atRow(error: AppError, { entry, activity }: LoadedEntry): FieldError[] {
  const field = `row.${entry.id}`;
  const params = { code: activity.code, ...error.params };
  if (error.fields.length === 0) return [{ field, code: error.code, params }];
  return error.fields.map(({ code, params: own }) => ({ field, code, params: { ...params, ...own } }));
}
