import { createParser } from "nuqs/server";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, matching, oneOf, stateCode } from "@/address/parsers";
import { draftStates } from "@/domain/rounds";

type SavedDraft = { id: number; version: number };

/** A draft that was saved, and the version that the save made: `12.5`. */
const savedDraft = createParser<SavedDraft>({
  parse: (text) => {
    const [draftId = null, version = null, ...rest] = text.split(".").map((part) => id.parse(part));
    return draftId && version && rest.length === 0 ? { id: draftId, version } : null;
  },
  serialize: (draft) => `${draft.id}.${draft.version}`,
  eq: (one, other) => one.id === other.id && one.version === other.version,
});

export const roundAddress = defineAddress("/rounds/[id]", {
  /** A member state, or the desk itself. */
  side: matching((text) => text === "desk" || stateCode.parse(text) !== null),
  state: oneOf(draftStates),
  /** What the page says is done; of a draft, which one. */
  saved: oneOf(["open", "refresh", "draft", "submitted", "accepted", "returned", "close"]),
  draft: savedDraft,
});

export type RoundQuery = AddressQuery<typeof roundAddress>;

/** The form that opens a round may come with the meeting it is for. */
export const newRoundAddress = defineAddress("/rounds/new", { meeting: id });
