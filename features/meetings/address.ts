import { defineAddress } from "@/address/define-address";
import { id, oneOf, searchText } from "@/address/parsers";

/** After which of these a meeting's page says that it is done. */
export const savedActs = [
  "create",
  "edit",
  "open",
  "close",
  "item",
  "itemRemoved",
  "put",
  "taken",
  "decisionRemoved",
  "deadline",
  "deadlineRemoved",
  "paper",
  "paperRemoved",
] as const;

/** `moved`: how many deadlines moved with the meeting's days. */
export const meetingAddress = defineAddress("/meetings/[id]", { saved: oneOf(savedActs), moved: id });

/** Entries that may be put on an agenda: under which item, from which plan, found by which text. */
export const agendaAddress = defineAddress("/meetings/[id]/agenda", {
  item: id,
  plan: id,
  q: searchText.withDefault(""),
});

/** The form of a decision on an entry: the meeting and the agenda item that it starts with. */
export const decideAddress = defineAddress("/activities/[id]/decide", { meeting: id, item: id });
