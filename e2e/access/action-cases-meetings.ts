import { ask } from "../support/database";
import { addDecision, addMeeting, addProposal, type MeetingWish } from "../support/meetings";
import type { TestSite } from "../support/server";
import { type Case, decision, draft, nowhere, onEntry, submitted } from "./action-fixtures";
import type { Fields } from "./actions";

const titles: Fields = { titleEn: "A meeting", firstOn: "2024-01-30", lastOn: "2024-02-02" };

/** A new meeting, with the form fields for it. */
const onMeeting = (wish: MeetingWish, more: Fields) => async (site: TestSite) => {
  const { meeting } = await addMeeting(site, wish);
  return { fields: { meetingId: String(meeting), version: "1", ...more }, ids: { meeting } };
};

/** A new agenda item with a proposal, with the form fields for it. */
const onItem =
  (make: (ids: { meeting: number; item: number; entryId: number }) => Fields) => async (site: TestSite) => {
    const { meeting, item } = await addMeeting(site);
    return { fields: make({ meeting, item, entryId: await addProposal(site, item) }) };
  };

/** A new decision, with the form fields for it. */
const onDecision = (isApplied: boolean, more: Fields) => async (site: TestSite) => {
  const ids = await addMeeting(site, { state: isApplied ? "closed" : "open" });
  const entryId = await addProposal(site, ids.item);
  const id = await addDecision(site, { ...ids, entryId }, isApplied);
  return { fields: { decisionId: String(id), ...more }, ids: { meeting: ids.meeting, decision: id } };
};

const newMeeting = async (site: TestSite) => {
  const [body] = await ask<{ id: string }>(site, "select id::text from bodies where code = 'JWG'");
  return { fields: { ...titles, bodyId: body?.id ?? "" } };
};

/** The actions on meetings, their agendas and decisions, with the expected answer for each role. */
export const meetingCases: Record<string, Case[]> = {
  "meetings/create": [
    {
      what: "a new meeting",
      page: "/meetings/new",
      fields: newMeeting,
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=create/,
    },
  ],
  "meetings/edit": [
    {
      what: "a meeting",
      page: "/meetings/{meeting}/edit",
      fields: onMeeting({}, titles),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=edit/,
    },
    {
      what: "none",
      page: "/meetings/{meeting}/edit",
      fields: async () => ({ fields: { ...titles, meetingId: "99999999", version: "1" } }),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
  "meetings/open": [
    {
      what: "a planned meeting",
      page: "/meetings/{meeting}",
      fields: onMeeting({ state: "planned" }, {}),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=open/,
    },
  ],
  "meetings/postpone": [
    {
      what: "a planned meeting",
      page: "/meetings/{meeting}/postpone",
      fields: onMeeting({ state: "planned" }, { reason: "A storm" }),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=postpone/,
    },
    {
      what: "without a reason",
      page: "/meetings/{meeting}/postpone",
      fields: onMeeting({ state: "planned" }, {}),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
  ],
  "meetings/cancel": [
    {
      what: "an open meeting",
      page: "/meetings/{meeting}/cancel",
      fields: onMeeting({}, { reason: "A storm" }),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=cancel/,
    },
  ],
  "meetings/replan": [
    {
      what: "a postponed meeting",
      page: "/meetings/{meeting}",
      fields: onMeeting({ state: "postponed" }, {}),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=replan/,
    },
    {
      what: "a cancelled meeting",
      page: "/meetings/{meeting}",
      fields: onMeeting({ state: "cancelled" }, {}),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=replan/,
    },
  ],
  "meetings/remove": [
    {
      what: "a meeting with an agenda",
      page: "/meetings/{meeting}",
      fields: onMeeting({ state: "planned" }, {}),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
  ],
  "meetings/close": [
    {
      what: "an open meeting",
      page: "/meetings/{meeting}/close",
      fields: onMeeting({}, {}),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=close/,
    },
    {
      what: "one that is not over yet",
      page: "/meetings/{meeting}/close",
      fields: onMeeting({ lastOn: "2099-01-01" }, {}),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
  "meetings/addItem": [
    {
      what: "a further point",
      page: "/meetings/{meeting}",
      fields: onMeeting({}, { no: "6", titleEn: "Other matters" }),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=item/,
    },
  ],
  "meetings/removeItem": [
    {
      what: "a point",
      page: "/meetings/{meeting}",
      fields: onItem(({ item }) => ({ itemId: String(item) })),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=itemRemoved/,
    },
  ],
  "meetings/moveItem": [
    {
      what: "a point that another one follows",
      page: "/meetings/{meeting}",
      fields: async (site) => {
        const { meeting, item } = await addMeeting(site);
        await ask(site, "insert into agenda_items (meeting_id, position, title_en) values ($1, 2, 'Other')", [meeting]);
        return { fields: { itemId: String(item), to: "down" }, ids: { meeting } };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=moved/,
    },
  ],
  "meetings/copyItems": [
    {
      what: "a meeting with an agenda",
      page: "/meetings/{meeting}",
      fields: onMeeting({}, {}),
      answers: { nobody: 401, desk: 200, others: 403 },
    },
  ],
  "meetings/putEntries": [
    {
      what: "a proposal",
      page: "/meetings/{meeting}/agenda?item={item}",
      fields: async (site) => {
        const { meeting, item } = await addMeeting(site);
        const { id } = await submitted(site);
        return { fields: { itemId: String(item), entryIds: String(id) }, ids: { meeting, item, ours: id } };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=put/,
    },
  ],
  "meetings/putEntry": [
    {
      what: "a proposal, from its page",
      page: "/activities/{ours}/agenda",
      fields: async (site) => {
        const { meeting, item } = await addMeeting(site);
        const { id } = await submitted(site);
        return { fields: { itemId: String(item), entryIds: String(id) }, ids: { meeting, item, ours: id } };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=agenda/,
    },
  ],
  "meetings/takeEntry": [
    {
      what: "a proposal",
      page: "/meetings/{meeting}",
      fields: onItem(({ item, entryId }) => ({ itemId: String(item), entryId: String(entryId) })),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=taken/,
    },
  ],
  "meetings/decideMany": [
    {
      what: "a proposal of an open meeting",
      page: "/meetings/{meeting}/decisions",
      fields: onItem(({ meeting, item, entryId }) => ({
        meetingId: String(meeting),
        rows: `${item}:${entryId}:1`,
        verbPrinted: "endorsed",
        outcome: "endorsed",
      })),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=decisions/,
    },
    {
      what: "nothing chosen",
      page: "/meetings/{meeting}/decisions",
      fields: onMeeting({}, { verbPrinted: "endorsed", outcome: "endorsed" }),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
  "meetings/decide": [
    {
      what: "a proposal",
      page: "/activities/{ours}/decide",
      fields: onEntry(submitted, decision),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=decide/,
    },
    {
      what: "a proposal at an open meeting",
      page: "/activities/{ours}/decide",
      fields: onItem(({ meeting, item, entryId }) => ({
        entryId: String(entryId),
        version: "1",
        meetingId: String(meeting),
        agendaItemId: String(item),
        verbPrinted: "endorsed",
        outcome: "endorsed",
      })),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=decidePending/,
    },
    {
      what: "a draft: no meeting has it before it",
      page: "/activities/{ours}/decide",
      fields: onEntry(draft, decision),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
    {
      what: "none",
      page: "/activities/{none}/decide",
      fields: onEntry(nowhere, decision),
      answers: { nobody: 401, heads: 404, others: 403 },
    },
  ],
  "meetings/withdrawDecision": [
    {
      what: "a decision that waits",
      page: "/meetings/{meeting}",
      fields: onDecision(false, {}),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=decisionRemoved/,
    },
    {
      what: "one that has taken effect",
      page: "/meetings/{meeting}",
      fields: onDecision(true, {}),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
  "meetings/correct": [
    {
      what: "a decision that has taken effect",
      page: "/meetings/{meeting}/decisions/{decision}",
      fields: onDecision(true, { version: "1", verbPrinted: "deferred", outcome: "deferred" }),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=correct/,
    },
    {
      what: "one that waits",
      page: "/meetings/{meeting}/decisions/{decision}",
      fields: onDecision(false, { version: "1", verbPrinted: "deferred", outcome: "deferred" }),
      answers: { nobody: 401, heads: 200, others: 403 },
    },
  ],
};
