import "server-only";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { RemoveEntryInput } from "../schema";
import { binEntry } from "./lib/bin-entry";
import { refuseUnlessUndecided } from "./lib/undecided";

/**
 * Removes a proposal on which no meeting has decided and to which no other entry refers, and its
 * activity if it has no other entries. It can be restored from the bin. Its versions and audit rows
 * stay, so that past days can still be shown.
 * @throws AppError PLAN_CLOSED, PROPOSAL_DECIDED, CONFLICT, ENTRY_IN_LINE
 */
export const removeEntry = defineCommand({
  name: "entry.remove",
  permission: "entry.remove",
  input: RemoveEntryInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, input: { version, reason }, row: loaded, context }) => {
    await refuseUnlessUndecided(tx, loaded, version);
    const before = await binEntry(tx, context, loaded, { change: "entry.remove", reason });
    const { entry, plan } = loaded;
    const audit = { subject: "plan_entries", subjectId: entry.id, before, after: reason ? { reason } : null } as const;
    return { result: { planId: plan.id }, audit };
  },
});
