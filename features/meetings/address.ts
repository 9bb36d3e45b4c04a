import { defineAddress } from "@/address/define-address";
import { id, oneOf, searchText } from "@/address/parsers";

/** The changes that a meeting's page confirms. */
export const savedActs = [
  "create",
  "edit",
  "open",
  "close",
  "postpone",
  "cancel",
  "replan",
  "item",
  "itemRemoved",
  "moved",
  "copied",
  "put",
  "taken",
  "decisionRemoved",
  "decisions",
  "deadline",
  "deadlineRemoved",
  "paper",
  "paperRemoved",
] as const;

/** `moved`: the number of deadlines that moved with the meeting's days. */
export const meetingAddress = defineAddress("/meetings/[id]", { saved: oneOf(savedActs), moved: id });

/** Entries that can be added to an agenda: the item, the plan they are in, and a search text. */
export const agendaAddress = defineAddress("/meetings/[id]/agenda", {
  item: id,
  plan: id,
  q: searchText.withDefault(""),
});

/** The form of a decision on an entry, with the meeting and the agenda item that it starts with. */
export const decideAddress = defineAddress("/activities/[id]/decide", { meeting: id, item: id });
