import { createParser } from "nuqs/server";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { id, matching, oneOf, stateCode } from "@/address/parsers";
import { draftStates } from "@/domain/rounds";

type SavedDraft = { id: number; version: number };

/** The saved draft and the version that the save created: `12.5`. */
const savedDraft = createParser<SavedDraft>({
  parse: (text) => {
    const [draftId = null, version = null, ...rest] = text.split(".").map((part) => id.parse(part));
    return draftId && version && rest.length === 0 ? { id: draftId, version } : null;
  },
  serialize: (draft) => `${draft.id}.${draft.version}`,
  eq: (one, other) => one.id === other.id && one.version === other.version,
});

export const roundAddress = defineAddress("/rounds/[id]", {
  /** A member state, or the ASEAN desk. */
  side: matching((text) => text === "desk" || stateCode.parse(text) !== null),
  state: oneOf(draftStates),
  /** Messages of what was saved; `saved` names the draft. */
  saved: oneOf(["open", "refresh", "draft", "submitted", "accepted", "returned", "close"]),
  draft: savedDraft,
});

export type RoundQuery = AddressQuery<typeof roundAddress>;

/** The form for a new round. The meeting may be preselected. */
export const newRoundAddress = defineAddress("/rounds/new", { meeting: id });
