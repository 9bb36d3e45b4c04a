import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, idText, listOf, oneOf } from "@/address/parsers";

/** The changes that an entry's page confirms. */
export const savedActs = [
  "report",
  "edit",
  "editUncleared",
  "create",
  "submit",
  "decide",
  "state",
  "evidence",
  "evidenceRemoved",
  "comment",
  "commentRemoved",
  "decidePending",
  "correct",
  "agenda",
  "concept",
  "conceptUncleared",
  "cleared",
  "deadline",
  "deadlineRemoved",
  "undo",
  "updateCorrected",
  "updateTakenBack",
  "merge",
  "withdraw",
  "restored",
] as const;

/** The changes that Undo takes back at once, from the message that confirms them. */
export const undoableActs: readonly (typeof savedActs)[number][] = [
  "report",
  "edit",
  "editUncleared",
  "submit",
  "state",
  "concept",
  "conceptUncleared",
];

/** The removals that the bin takes back. */
export const removedActs: readonly (typeof savedActs)[number][] = ["commentRemoved", "evidenceRemoved"];

/** `meeting`, `decision` and `update` identify the form that was saved. */
export const entryAddress = defineAddress("/activities/[id]", {
  saved: oneOf(savedActs),
  meeting: id,
  decision: id,
  update: id,
});

export type EntryQuery = AddressQuery<typeof entryAddress>;

/**
 * The form of an update. `queue` has the entries to update after it, `of` the number of all in the
 * row, and `done` the one that was updated before it.
 */
export const reportAddress = defineAddress("/activities/[id]/report", { queue: listOf(idText), of: id, done: id });

/** The form of a new activity, optionally with a plan to start with. */
export const newActivityAddress = defineAddress("/activities/new", { plan: idText });
