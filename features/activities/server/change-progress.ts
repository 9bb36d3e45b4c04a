import "server-only";
import { AppError, type FieldError } from "@/domain/errors";
import type { AuditChange } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadEntries } from "@/server/entries/load";
import { recordReport, reportDay } from "@/server/entries/record-report";
import { type ProgressChange, ProgressChangeInput } from "../schema";

/**
 * Sets status, schedule or progress of the selected rows, all or none, as an update of each. Used
 * by changes in place and by bulk changes. A row of which nothing differs is confirmed: that is an
 * update too.
 * @returns the number of updated rows, and the act that Undo takes back
 * @throws AppError for a single row its own refusal; for several ROWS_REFUSED {count}, with each
 *   reason as `row.<id>`
 */
export const changeProgress = defineCommand({
  name: "entry.progress",
  permission: "entry.progress",
  input: ProgressChangeInput,
  load: ({ tx, actor, input }) =>
    loadEntries(
      tx,
      actor,
      input.rows.map((row) => row.id),
    ),
  run: async ({ tx, input, row: entries, context }) => {
    const reportedOn = reportDay(context, input.reportedOn);
    let act: number | null = null;
    const audit: AuditChange[] = [];
    const refused: FieldError[] = [];
    for (const loaded of entries) {
      const { id } = loaded.entry;
      try {
        const report = { ...reportOf(input, loaded), reportedOn, change: "entry.progress" };
        const { updateId, changed, versionId } = await recordReport(tx, context, loaded, report);
        act = versionId;
        const after = { ...changed?.after, updateId, reportedOn };
        audit.push({ subject: "plan_entries", subjectId: id, before: changed?.before ?? null, after });
      } catch (error) {
        if (entries.length === 1 || !(error instanceof AppError)) throw error;
        refused.push(...atRow(error, loaded));
      }
    }
    if (refused.length > 0) {
      const count = new Set(refused.map(({ field }) => field)).size;
      throw new AppError("ROWS_REFUSED", { params: { count }, fields: refused });
    }
    return { result: { changed: audit.length, act }, audit };
  },
});

/** What the input says of this row: the common values, and its own words where it has some. */
function reportOf(input: ProgressChange, { entry }: LoadedEntry) {
  const own = input.own.find(({ entryId }) => entryId === entry.id);
  const text = own?.text ?? input.text;
  const { status, schedule, progress } = input;
  return {
    work: {
      status: status ?? undefined,
      schedule: schedule ?? undefined,
      scheduleReason: own?.reason ?? input.scheduleReason ?? undefined,
      progress: progress ?? undefined,
    },
    words: input.locale === "lo" ? { textLo: text } : { textEn: text },
    seenVersion: input.rows.find((row) => row.id === entry.id)?.version ?? 0,
  };
}

/** The refusal of one of several rows, as errors at that row. */
function atRow(error: AppError, { entry, activity }: LoadedEntry): FieldError[] {
  const field = `row.${entry.id}`;
  const params = { code: activity.code, ...error.params };
  if (error.fields.length === 0) return [{ field, code: error.code, params }];
  return error.fields.map(({ code, params: own }) => ({ field, code, params: { ...params, ...own } }));
}
