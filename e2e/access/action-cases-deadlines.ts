import { addDeadline, addMeeting, addPaper } from "../support/meetings";
import { samplePassword, type TestSite } from "../support/server";
import {
  byLao,
  type Case,
  calendarOf,
  hidden,
  newFile,
  newUser,
  nowhere,
  onEntry,
  rulesFields,
} from "./action-fixtures";
import type { Fields } from "./actions";

const said: Fields = { titleEn: "Papers", anchor: "day", fixedOn: "2027-03-01" };

/** A new deadline of an entry of Lao PDR, with the form fields for it. */
const onDeadline = (more: Fields) => async (site: TestSite) => {
  const [{ id }, { meeting }] = [await byLao(site), await addMeeting(site)];
  const deadline = await addDeadline(site, { entryId: id, meeting });
  return { fields: { deadlineId: String(deadline), version: "1", ...more }, ids: { deadline, ours: id } };
};

/**
 * The actions on deadlines, calendars and meeting documents, with the expected answer for each
 * role.
 */
export const deadlineCases: Record<string, Case[]> = {
  "evidence/addPaper": [
    {
      what: "of a meeting",
      page: "/meetings/{meeting}/papers/new",
      fields: async (site) => {
        const { meeting, item } = await addMeeting(site);
        const { file = "" } = newFile();
        const fields = { meetingId: String(meeting), agendaItemId: String(item), audience: "all", file };
        return { fields, ids: { meeting } };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=paper/,
    },
  ],
  "evidence/removePaper": [
    {
      what: "of a meeting",
      page: "/meetings/{meeting}",
      fields: async (site) => {
        const { meeting } = await addMeeting(site);
        const paperId = String(await addPaper(site, meeting));
        return { fields: { meetingId: String(meeting), paperId }, ids: { meeting } };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=paperRemoved/,
    },
  ],
  "deadlines/add": [
    {
      what: "of an entry of Lao PDR",
      page: "/activities/{ours}/deadlines/new",
      fields: onEntry(byLao, () => said),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=deadline/,
    },
    {
      what: "of a confidential one",
      page: "/activities/{ours}/deadlines/new",
      fields: onEntry(hidden, () => said),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=deadline/,
    },
    {
      what: "of a meeting",
      page: "/meetings/{meeting}/deadlines/new",
      fields: async (site) => {
        const { meeting } = await addMeeting(site);
        return { fields: { ...said, anchor: "meeting", meetingId: String(meeting), days: "21" }, ids: { meeting } };
      },
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=deadline/,
    },
    {
      what: "of none",
      page: "/activities/{none}/deadlines/new",
      fields: onEntry(nowhere, () => said),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
  "deadlines/edit": [
    {
      what: "a deadline",
      page: "/deadlines/{deadline}",
      fields: onDeadline(said),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=edit/,
    },
  ],
  "deadlines/mark": [
    {
      what: "a deadline",
      page: "/deadlines/{deadline}",
      fields: onDeadline({ done: "yes" }),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=done/,
    },
  ],
  "deadlines/saveRules": [
    {
      what: "what funds and completion ask",
      page: "/settings",
      fields: rulesFields,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=deadline-rules/,
    },
  ],
  "deadlines/makeCalendar": [
    {
      what: "one's own",
      page: "/settings/account",
      fields: async () => ({ fields: { locale: "lo", present: samplePassword } }),
      answers: { nobody: 401, others: "done" },
      done: /\/calendar\/[\w-]{43}\.ics/,
    },
    {
      what: "with another password",
      page: "/settings/account",
      fields: async () => ({ fields: { locale: "lo", present: "not the password" } }),
      answers: { nobody: 401, others: 200 },
    },
  ],
  "deadlines/revokeCalendar": [
    {
      what: "another person's",
      page: "/settings/account",
      fields: async (site) => ({ fields: { feedId: String(await calendarOf(site, await newUser(site))) } }),
      answers: { nobody: 401, others: 404 },
    },
  ],
  "deadlines/remove": [
    {
      what: "a deadline",
      page: "/deadlines/{deadline}",
      fields: onDeadline({}),
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=deadlineRemoved/,
    },
  ],
};
