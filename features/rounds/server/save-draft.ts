import "server-only";
import { defineCommand } from "@/server/define";
import { DraftInput } from "../schema";
import { loadDraft } from "./lib/load-draft";
import { writeDraft } from "./lib/write-draft";

/**
 * Saves a draft as far as it is written; it may still contradict itself. @throws AppError as
 * `writeDraft` does
 */
export const saveDraft = defineCommand({
  name: "round.write",
  permission: "round.write",
  input: DraftInput,
  load: ({ tx, actor, input }) => loadDraft(tx, actor, input.draftId),
  run: ({ tx, input: { draftId: _id, version, entryVersion, ...fields }, row: held, context }) =>
    writeDraft({ tx, context }, held, { fields, version, entryVersion, state: "writing" }),
});
