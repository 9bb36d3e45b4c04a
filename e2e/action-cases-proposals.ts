import { type Case, clearanceFields, draft, draftOfThai, heads, onEntry, submitted } from "./action-grounds";

/** The actions on proposals before their submission, with what each answers to whom. */
export const proposalCases: Record<string, Case[]> = {
  "proposals/writeConcept": [
    {
      what: "the paper of a draft of Lao PDR",
      page: "/activities/{ours}/concept",
      fields: onEntry(draft, () => ({ purpose: "To learn from each other" })),
      answers: "401 done done done done 404 403",
      done: /saved=concept/,
    },
    {
      what: "of a draft of Thailand",
      page: "/activities/{ours}/concept",
      fields: onEntry(draftOfThai, () => ({ purpose: "To learn from each other" })),
      answers: "401 done done done 404 done 403",
    },
    {
      what: "of what is submitted",
      page: "/activities/{draft}/concept",
      fields: onEntry(submitted, () => ({ purpose: "To learn from each other" })),
      answers: "401 200 200 200 200 404 403",
    },
  ],
  "proposals/clear": [
    {
      what: "a draft",
      page: "/activities/{ours}",
      fields: onEntry(draft, () => ({})),
      answers: heads,
      done: /saved=cleared/,
    },
    {
      what: "what is submitted",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: "401 200 200 403 403 403 403",
    },
  ],
  "proposals/saveClearance": [
    {
      what: "whether national clearance is asked for",
      page: "/settings",
      fields: clearanceFields,
      answers: heads,
      done: /saved=clearance/,
    },
  ],
};
