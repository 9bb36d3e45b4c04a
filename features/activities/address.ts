import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, idText, oneOf } from "@/address/parsers";

/** After which of these an entry's page says that it is done. */
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
] as const;

/** `meeting` and `decision` say which form of a decision was saved. */
export const entryAddress = defineAddress("/activities/[id]", { saved: oneOf(savedActs), meeting: id, decision: id });

export type EntryQuery = AddressQuery<typeof entryAddress>;

/** The form of a new activity may come with the plan it is for. */
export const newActivityAddress = defineAddress("/activities/new", { plan: idText });
