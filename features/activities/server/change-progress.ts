import "server-only";
import type { AuditChange } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { loadEntries } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { saveProgress } from "@/server/entries/save-progress";
import { ProgressChangeInput } from "../schema";

/**
 * Sets status, schedule or progress of the selected rows, all or none. Used by changes in place and
 * by bulk changes.
 * @returns the number of changed rows
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
    const versionOf = new Map(input.rows.map((row) => [row.id, row.version]));
    const audit: AuditChange[] = [];
    for (const loaded of entries) {
      const { id } = loaded.entry;
      const changed = await saveProgress(tx, context, loaded, versionOf.get(id) ?? 0, {
        status: input.status ?? undefined,
        schedule: input.schedule ?? undefined,
        scheduleReason: input.scheduleReason ?? undefined,
        progress: input.progress ?? undefined,
      });
      if (!changed) continue;
      await recordVersion(tx, context, id, { change: "entry.progress" });
      audit.push({ subject: "plan_entries", subjectId: id, ...changed });
    }
    return { result: { changed: audit.length }, audit };
  },
});
