import "server-only";
import { AppError } from "@/domain/errors";
import { problemsOf, whyNoReport } from "@/domain/rounds";
import { defineCommand } from "@/server/define";
import { type DraftFields, DraftInput } from "../schema";
import { loadDraft } from "./lib/load-draft";
import { entryNow, type FoundDraft } from "./lib/read-drafts";
import { writeDraft } from "./lib/write-draft";

/**
 * Submits a draft with the content of its form. Anything that would prevent its acceptance is
 * reported to the writer now.
 * @throws AppError as `writeDraft` does; PLAN_CLOSED or STATUS_NEEDS_APPROVAL if the entry accepts
 *   no updates any more; INVALID_INPUT with the fields that contradict each other or the entry
 */
export const submitDraft = defineCommand({
  name: "round.submit",
  permission: "round.write",
  input: DraftInput,
  load: ({ tx, actor, input }) => loadDraft(tx, actor, input.draftId),
  run: async ({ tx, input: { draftId: _id, version, entryVersion, ...fields }, row: loaded, context }) => {
    const written = await writeDraft({ tx, context }, loaded, { fields, version, entryVersion, state: "submitted" });
    refuseImpossible(loaded, fields);
    return written;
  },
});

/** Checks the draft by the rules of acceptance, against the current entry. */
function refuseImpossible(loaded: FoundDraft, reported: DraftFields): void {
  const entry = entryNow(loaded);
  const refused = whyNoReport(entry);
  if (refused) throw new AppError(refused);
  const fields = problemsOf(reported, entry).map((problem) => ({ ...problem, params: { code: loaded.code } }));
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
}
