import "server-only";
import { AppError } from "@/domain/errors";
import { contradictionsOf, progressFor } from "@/domain/reporting";
import { defineCommand } from "@/server/define";
import { type DraftFields, DraftInput } from "../schema";
import { loadDraft } from "./parts/load-draft";
import type { FoundDraft } from "./parts/read-drafts";
import { writeDraft } from "./parts/write-draft";

/**
 * Hands a draft in, with what its form holds. What could not be accepted is told to its writer now.
 * @throws AppError as `writeDraft` does; INVALID_INPUT naming the fields that contradict each other or the register
 */
export const submitDraft = defineCommand({
  name: "round.submit",
  permission: "round.write",
  input: DraftInput,
  load: ({ tx, actor, input }) => loadDraft(tx, actor, input.draftId),
  run: async ({ tx, input: { draftId: _id, version, entryVersion, ...fields }, row: held, context }) => {
    const written = await writeDraft({ tx, context }, held, { fields, version, entryVersion, state: "submitted" });
    refuseImpossible(held, fields);
    return written;
  },
});

function refuseImpossible({ entry, code, hasReport }: FoundDraft, said: DraftFields): void {
  const refuse = (field: string, code: "REQUIRED") => new AppError("INVALID_INPUT", { fields: [{ field, code }] });
  const { status, scheduleReason } = said;
  if (status === null) throw refuse("status", "REQUIRED");
  const progress = progressFor(status, said.progress, entry.progress);
  const next = { status, schedule: said.schedule ?? "on_track", scheduleReason, progress } as const;
  const fields = contradictionsOf(entry.status, next);
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
  if (status === "completed" && entry.status !== "completed" && !hasReport)
    throw new AppError("INVALID_INPUT", {
      fields: [{ field: "status", code: "REPORT_EVIDENCE_NEEDED", params: { code } }],
    });
}
