import { ask } from "../support/database";
import { addOngoing } from "../support/entries";
import { addMeeting } from "../support/meetings";
import { addRound, type RoundWish } from "../support/rounds";
import type { TestSite } from "../support/server";
import type { Case } from "./action-fixtures";
import type { Fields } from "./actions";

type Made = Awaited<ReturnType<typeof addRound>>;

/** A new round with one draft, with the form fields for it. */
const onRound = (wish: RoundWish, make: (made: Made) => Fields) => async (site: TestSite) => {
  const made = await addRound(site, wish);
  return { fields: make(made), ids: { round: made.round, roundDraft: made.draft } };
};

const said: Fields = { version: "1", entryVersion: "1", status: "ongoing", schedule: "on_track", progress: "60" };
const draftForm = (more: Fields) => (made: Made) => ({ ...said, draftId: String(made.draft), ...more });
const judged = (more: Fields) => (made: Made) => ({
  roundId: String(made.round),
  drafts: `${made.draft}:1`,
  ...more,
});

/** A planned meeting, and a plan with an ongoing entry. */
const newRound = async (site: TestSite) => {
  const { meeting } = await addMeeting(site, { state: "planned" });
  const { id } = await addOngoing(site, { lead: "LA" });
  const [entry] = await ask<{ plan: string }>(
    site,
    "select work_plan_id::text as plan from plan_entries where id = $1",
    [id],
  );
  return { fields: { meetingId: String(meeting), planIds: entry?.plan ?? "", dueOn: "2024-01-15" }, ids: { meeting } };
};

const draftPage = "/rounds/{round}/drafts/{roundDraft}";

/** The actions on reporting rounds, with the expected answer for each role. */
export const roundCases: Record<string, Case[]> = {
  "rounds/open": [
    {
      what: "a round",
      page: "/rounds/new?meeting={meeting}",
      fields: newRound,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=open/,
    },
    {
      what: "about no plan",
      page: "/rounds/new?meeting={meeting}",
      fields: async (site) => {
        const { fields, ids } = await newRound(site);
        return { fields: { ...fields, planIds: "" }, ids };
      },
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
  "rounds/write": [
    {
      what: "a draft, to be saved",
      page: draftPage,
      fields: onRound({}, draftForm({ intent: "save", textEn: "So far" })),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=draft/,
    },
    {
      what: "a draft, to be handed in",
      page: draftPage,
      fields: onRound({}, draftForm({ intent: "submit" })),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /saved=submitted/,
    },
    {
      what: "one that is handed in",
      page: draftPage,
      fields: onRound({ draft: "submitted" }, draftForm({ textEn: "Once more" })),
      answers: { nobody: 401, desk: 200, "focal.la": 200, "focal.th": 404, viewer: 403 },
    },
  ],
  "rounds/autosave": [
    {
      what: "a draft",
      page: draftPage,
      fields: onRound({}, draftForm({ textEn: "So far" })),
      answers: { nobody: 401, desk: "done", "focal.la": "done", "focal.th": 404, viewer: 403 },
      done: /"version":2/,
    },
    {
      what: "one of Thailand",
      page: draftPage,
      fields: onRound({ side: "TH" }, draftForm({ textEn: "So far" })),
      answers: { nobody: 401, desk: "done", "focal.la": 404, "focal.th": "done", viewer: 403 },
    },
    {
      what: "one of the desk",
      page: draftPage,
      fields: onRound({ side: null }, draftForm({ textEn: "So far" })),
      answers: { nobody: 401, desk: "done", focals: 404, viewer: 403 },
    },
  ],
  "rounds/review": [
    {
      what: "a report, to be accepted",
      page: "/rounds/{round}",
      fields: onRound({ draft: "submitted" }, judged({ intent: "accept" })),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=accepted/,
    },
    {
      what: "a report, to be returned",
      page: "/rounds/{round}",
      fields: onRound({ draft: "submitted" }, judged({ intent: "return", remark: "Numbers, please" })),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=returned/,
    },
    {
      what: "one that is not handed in",
      page: "/rounds/{round}",
      fields: onRound({}, judged({ intent: "accept" })),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
  "rounds/refresh": [
    {
      what: "a round about an activity that was cancelled since",
      page: "/rounds/{round}",
      fields: async (site) => {
        const { round, draft, entry } = await addRound(site);
        await ask(site, "update plan_entries set status = 'cancelled' where id = $1", [entry]);
        return { fields: { roundId: String(round), version: "1" }, ids: { round, roundDraft: draft } };
      },
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=refresh/,
    },
  ],
  "rounds/close": [
    {
      what: "a round",
      page: "/rounds/{round}",
      fields: onRound({}, ({ round }) => ({ roundId: String(round), version: "1" })),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=close/,
    },
    {
      what: "one in which a report waits",
      page: "/rounds/{round}",
      fields: onRound({ draft: "submitted" }, ({ round }) => ({ roundId: String(round), version: "1" })),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
};
