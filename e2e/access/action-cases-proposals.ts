import { type Case, clearanceFields, draft, draftOfThai, onEntry, submitted } from "./action-fixtures";

/** The actions on proposals before their submission, with the expected answer for each role. */
export const proposalCases: Record<string, Case[]> = {
  "proposals/writeConcept": [
    {
      what: "the paper of a draft of Lao PDR",
      page: "/activities/{ours}/concept",
      fields: onEntry(draft, () => ({ purpose: "To learn from each other" })),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=concept/,
    },
    {
      what: "of a draft of Thailand",
      page: "/activities/{ours}/concept",
      fields: onEntry(draftOfThai, () => ({ purpose: "To learn from each other" })),
      answers: { nobody: 401, desk: "done", "focal.la": 404, "focal.th": "done", viewer: 403 },
    },
    {
      what: "of what is submitted",
      page: "/activities/{draft}/concept",
      fields: onEntry(submitted, () => ({ purpose: "To learn from each other" })),
      answers: { nobody: 401, desk: 200, "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
  ],
  "proposals/clear": [
    {
      what: "a draft",
      page: "/activities/{ours}",
      fields: onEntry(draft, () => ({})),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=cleared/,
    },
    {
      what: "what is submitted",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
  "proposals/saveClearance": [
    {
      what: "whether national clearance is asked for",
      page: "/settings",
      fields: clearanceFields,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=clearance/,
    },
  ],
};
