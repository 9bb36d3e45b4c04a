import { ask } from "../support/database";
import type { TestSite } from "../support/server";
import { mintSession } from "../support/session";
import { byLao, type Case, draft, nowhere, onEntry, submitted } from "./action-fixtures";
import { callAction } from "./actions";

/** A draft that an officer has removed. */
async function removed(site: TestSite) {
  const { id } = await draft(site);
  const session = await mintSession(site, "officer");
  const fields = { entryId: String(id), version: "1" };
  await callAction(site, `/activities/${id}/remove`, "activities/remove", fields, { session });
  const [row] = await ask(site, "select id::text from bin_items where subject_id = $1", [id]);
  return { fields: { itemId: String(row?.id) } };
}

/** A duplicate and the code of the activity into which it is merged. */
const duplicate = async (site: TestSite) => {
  const into = await byLao(site);
  const [row] = await ask(
    site,
    "select a.code from activities a join plan_entries e on e.activity_id = a.id where e.id = $1",
    [into.id],
  );
  return onEntry(submitted, () => ({ into: String(row?.code), reason: "The same" }))(site);
};

/** The actions that remove, merge, withdraw and restore. */
export const removalCases: Record<string, Case[]> = {
  "activities/remove": [
    {
      what: "a draft",
      page: "/activities/{ours}/remove",
      fields: onEntry(draft, () => ({ reason: "By mistake" })),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /\/plans\/\d+\?saved=removed/,
    },
    {
      what: "what is submitted",
      page: "/activities/{ours}/remove",
      fields: onEntry(submitted, () => ({})),
      answers: { nobody: 401, desk: "done", others: 403 },
    },
    {
      what: "what a meeting has approved",
      page: "/activities/{ours}/remove",
      fields: onEntry(byLao, () => ({})),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
  ],
  "activities/merge": [
    {
      what: "a duplicate",
      page: "/activities/{ours}/remove",
      fields: duplicate,
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=merge/,
    },
    {
      what: "none",
      page: "/activities/{none}/remove",
      fields: onEntry(nowhere, () => ({ into: "23-01" })),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
  "activities/withdraw": [
    {
      what: "a proposal of Lao PDR",
      page: "/activities/{ours}",
      fields: onEntry(submitted, () => ({})),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=withdraw/,
    },
    {
      what: "what a meeting has approved",
      page: "/activities/{ours}",
      fields: onEntry(byLao, () => ({})),
      answers: { nobody: 401, desk: 200, "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
  ],
  "bin/restore": [
    {
      what: "a draft that an officer has removed",
      page: "/bin",
      fields: removed,
      answers: { nobody: 401, desk: "done", others: 200 },
      done: /\/activities\/\d+\?saved=restored/,
    },
    {
      what: "nothing",
      page: "/bin",
      fields: async () => ({ fields: { itemId: "99999999" } }),
      answers: { nobody: 401, others: 404 },
    },
  ],
};
