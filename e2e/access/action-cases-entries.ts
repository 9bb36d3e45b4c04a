import { addOngoing } from "../support/entries";
import {
  byLao,
  byThai,
  type Case,
  draft,
  draftOfThai,
  hidden,
  keptComment,
  keptFile,
  newFile,
  nowhere,
  officersAct,
  onEntry,
  onRow,
  onTwoRows,
  progress,
  share,
  submitted,
  titles,
  together,
} from "./action-fixtures";

/** The actions on activities and their entries, with the expected answer for each role. */
export const entryCases: Record<string, Case[]> = {
  "activities/create": [
    {
      what: "a new activity",
      page: "/activities/new",
      fields: async (_site, { plan }) => ({ fields: { ...titles, planId: String(plan), titleEn: "New here" } }),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=create/,
    },
  ],
  "activities/edit": [
    {
      what: "an entry",
      page: "/activities/{ours}/edit",
      fields: onEntry(byLao, () => titles),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=edit/,
    },
    {
      what: "none",
      page: "/activities/{none}/edit",
      fields: onEntry(nowhere, () => titles),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
  "activities/report": [
    {
      what: "an entry of Lao PDR",
      page: "/activities/{ours}/report",
      fields: onEntry(byLao, () => progress),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=report/,
    },
    {
      what: "an entry of Thailand",
      page: "/activities/{ours}/report",
      fields: onEntry(byThai, () => progress),
      answers: { nobody: 401, desk: "done", "focal.la": 404, "focal.th": "done", viewer: 403 },
    },
    {
      what: "an entry in which Lao PDR takes part",
      page: "/activities/{ours}/report",
      fields: onEntry(together, () => progress),
      answers: { nobody: 401, desk: "done", "focal.th": "done", others: 403 },
    },
    {
      what: "a confidential entry",
      page: "/activities/{ours}/report",
      fields: onEntry(hidden, () => progress),
      answers: { nobody: 401, desk: "done", focals: 404, viewer: 403 },
    },
    {
      what: "none",
      page: "/activities/{none}/report",
      fields: onEntry(nowhere, () => progress),
      answers: { nobody: 401, viewer: 403, others: 404 },
    },
    {
      what: "a draft, which has no status",
      page: "/activities/{ours}/report",
      fields: onEntry(draft, () => progress),
      answers: { nobody: 401, desk: 200, "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
  ],
  "activities/changeRows": [
    {
      what: "a row of Lao PDR",
      page: "/activities",
      fields: onRow(byLao),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
    },
    {
      what: "a row of Thailand",
      page: "/activities",
      fields: onRow(byThai),
      answers: { nobody: 401, desk: "done", "focal.la": 404, "focal.th": "done", viewer: 403 },
    },
    {
      what: "one row each",
      page: "/activities",
      fields: onTwoRows,
      answers: { nobody: 401, desk: "done", focals: 404, viewer: 403 },
    },
    { what: "none", page: "/activities", fields: onRow(nowhere), answers: { nobody: 401, viewer: 403, others: 404 } },
  ],
  "activities/undoRows": [
    {
      what: "an officer's act on a row of Lao PDR",
      page: "/activities",
      fields: officersAct,
      answers: { nobody: 401, desk: "done", "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
    {
      what: "none",
      page: "/activities",
      fields: async () => ({ fields: { versionId: "99999999" } }),
      answers: { nobody: 401, viewer: 403, others: 404 },
    },
  ],
  "activities/undo": [
    {
      what: "an officer's act on an entry of Lao PDR",
      page: "/activities/{ours}/history",
      fields: officersAct,
      answers: { nobody: 401, desk: "done", "focal.la": 200, "focal.th": 404, viewer: 403 },
      done: /saved=undo/,
    },
  ],
  "comments/add": [
    {
      what: "a comment for all, on an entry in which Lao PDR takes part",
      page: "/activities/{ours}/comments/new",
      fields: onEntry(together, () => ({ text: "A remark", audience: "all" })),
      answers: { nobody: 401, desk: "done", focals: "done", viewer: 403 },
      done: /saved=comment/,
    },
    {
      what: "a comment for the desk",
      page: "/activities/{ours}/comments/new",
      fields: onEntry(byLao, () => ({ text: "A remark", audience: "desk" })),
      answers: { nobody: 401, desk: "done", "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
    {
      what: "on none",
      page: "/activities/{none}/comments/new",
      fields: onEntry(nowhere, () => ({ text: "A remark", audience: "all" })),
      answers: { nobody: 401, viewer: 403, others: 404 },
    },
  ],
  "comments/remove": [
    {
      what: "somebody else's comment",
      page: "/activities/{ours}",
      fields: onEntry(byLao, keptComment),
      answers: { nobody: 401, heads: "done", "focal.th": 404, others: 403 },
      done: /saved=commentRemoved/,
    },
  ],
  "comments/see": [
    {
      what: "the mentions of everybody",
      page: "/mentions",
      fields: async (site) => {
        const { id } = await together(site);
        await keptComment(id, site);
        return { fields: {} };
      },
      answers: { nobody: 401, others: "done" },
      done: /mentions/,
    },
  ],
  "evidence/add": [
    {
      what: "a report of an entry of Lao PDR",
      page: "/activities/{ours}/evidence/new",
      fields: onEntry(byLao, newFile),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=evidence/,
    },
    {
      what: "a page by the name of a report",
      page: "/activities/{ours}/evidence/new",
      fields: onEntry(byLao, () => newFile(0, undefined, "<html>")),
      answers: { nobody: 401, desk: 200, "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
    {
      what: "to an entry in which Lao PDR takes part",
      page: "/activities/{ours}/evidence/new",
      fields: onEntry(together, newFile),
      answers: { nobody: 401, desk: "done", "focal.th": "done", others: 403 },
    },
    {
      what: "none",
      page: "/activities/{none}/evidence/new",
      fields: onEntry(nowhere, newFile),
      answers: { nobody: 401, viewer: 403, others: 404 },
    },
  ],
  "evidence/remove": [
    {
      what: "a file",
      page: "/activities/{ours}",
      fields: onEntry(byLao, keptFile),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=evidenceRemoved/,
    },
    {
      what: "the only report of what is completed",
      page: "/activities/{ours}",
      fields: onEntry((site) => addOngoing(site, { lead: "LA", status: "completed", progress: 100 }), keptFile),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
  ],
  "activities/submit": [
    {
      what: "a draft of Lao PDR",
      page: "/activities/{ours}",
      fields: onEntry(draft, () => ({})),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=submit/,
    },
    {
      what: "a draft of Thailand",
      page: "/activities/{ours}",
      fields: onEntry(draftOfThai, () => ({})),
      answers: { nobody: 401, desk: "done", "focal.la": 404, "focal.th": "done", viewer: 403 },
    },
    {
      what: "what is submitted already",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: { nobody: 401, desk: 200, "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
  ],
  "activities/remove": [
    {
      what: "a draft",
      page: "/activities/{ours}",
      fields: onEntry(draft, () => ({})),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /\/plans\/\d+/,
    },
    {
      what: "what is submitted",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
  ],
  "activities/reportShare": [
    {
      what: "the share of Lao PDR in an entry of Thailand",
      page: "/activities/{ours}/states/LA",
      fields: onEntry(together, share("LA")),
      answers: { nobody: 401, desk: "done", "focal.la": "done", others: 403 },
      done: /saved=state/,
    },
    {
      what: "the share of Thailand in the same",
      page: "/activities/{ours}/states/TH",
      fields: onEntry(together, share("TH")),
      answers: { nobody: 401, desk: "done", "focal.th": "done", others: 403 },
    },
    {
      what: "a state that has no part",
      page: "/activities/{ours}/states/VN",
      fields: onEntry(together, share("VN")),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
    {
      what: "an entry of Thailand alone",
      page: "/activities/{ours}/states/LA",
      fields: onEntry(byThai, share("LA")),
      answers: { nobody: 401, desk: 200, "focal.la": 404, others: 403 },
    },
  ],
};
