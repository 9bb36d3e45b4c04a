import "server-only";
import { AppError } from "@/domain/errors";
import { problemsOf, whyNoReport } from "@/domain/rounds";
import { defineCommand } from "@/server/define";
import { type DraftFields, DraftInput } from "../schema";
import { loadDraft } from "./lib/load-draft";
import { entryNow, type FoundDraft } from "./lib/read-drafts";
import { writeDraft } from "./lib/write-draft";

/**
 * Hands a draft in, with what its form holds. What could not be accepted is told to its writer now.
 * @throws AppError as `writeDraft` does; PLAN_CLOSED or STATUS_NEEDS_APPROVAL where the register
 *   takes no report by now; INVALID_INPUT naming the fields that contradict each other or the
 *   register
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

/** By the same rules as acceptance, over the entry as it is now. */
function refuseImpossible(held: FoundDraft, said: DraftFields): void {
  const entry = entryNow(held);
  const refused = whyNoReport(entry);
  if (refused) throw new AppError(refused);
  const fields = problemsOf(said, entry).map((problem) => ({ ...problem, params: { code: held.code } }));
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
}
