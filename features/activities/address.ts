import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, idText, oneOf } from "@/address/parsers";

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
] as const;

/** `meeting` and `decision` identify the decision form that was saved. */
export const entryAddress = defineAddress("/activities/[id]", { saved: oneOf(savedActs), meeting: id, decision: id });

export type EntryQuery = AddressQuery<typeof entryAddress>;

/** The form of a new activity, optionally with a plan to start with. */
export const newActivityAddress = defineAddress("/activities/new", { plan: idText });
