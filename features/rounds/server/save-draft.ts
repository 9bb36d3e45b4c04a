import "server-only";
import { defineCommand } from "@/server/define";
import { DraftInput } from "../schema";
import { loadDraft } from "./lib/load-draft";
import { writeDraft } from "./lib/write-draft";

/**
 * Saves an unfinished draft; its fields may still contradict each other.
 * @throws AppError as `writeDraft` does
 */
export const saveDraft = defineCommand({
  name: "round.write",
  permission: "round.write",
  input: DraftInput,
  load: ({ tx, actor, input }) => loadDraft(tx, actor, input.draftId),
  run: ({ tx, input: { draftId: _id, version, entryVersion, ...fields }, row: loaded, context }) =>
    writeDraft({ tx, context }, loaded, { fields, version, entryVersion, state: "writing" }),
});
