import { randomBytes } from "node:crypto";
import { deadlineCases } from "./action-cases-deadlines";
import { entryCases } from "./action-cases-entries";
import { meetingCases } from "./action-cases-meetings";
import { partnerCases } from "./action-cases-partners";
import { planCases } from "./action-cases-plans";
import { proposalCases } from "./action-cases-proposals";
import { referenceCases } from "./action-cases-reference";
import { removalCases } from "./action-cases-removal";
import { roundCases } from "./action-cases-rounds";
import { userCases } from "./action-cases-users";
import { type Case, cycleFields, foreignView, homeFields, silenceFields, takingBackFields } from "./action-fixtures";

/**
 * Every server action with the expected answer for each role. An action that is missing here fails
 * `access.spec.ts`.
 */
export const actionCases: Record<string, Case[]> = {
  ...entryCases,
  ...proposalCases,
  ...roundCases,
  ...meetingCases,
  ...partnerCases,
  ...removalCases,
  ...referenceCases,
  ...deadlineCases,
  ...userCases,
  "activities/saveAs": [
    {
      what: "a view of one's own",
      page: "/activities",
      fields: async () => ({ fields: { name: `View ${randomBytes(6).toString("hex")}`, query: "status=ongoing" } }),
      answers: { nobody: 401, others: "done" },
      done: /view=\d+/,
    },
  ],
  "activities/saveChanges": [
    {
      what: "another person's shared view",
      page: "/activities",
      fields: foreignView({ query: "" }),
      answers: { nobody: 401, others: 404 },
    },
  ],
  "activities/rename": [
    {
      what: "another person's shared view",
      page: "/activities",
      fields: foreignView({ name: "Mine" }),
      answers: { nobody: 401, others: 404 },
    },
  ],
  "activities/forget": [
    {
      what: "another person's shared view",
      page: "/activities",
      fields: foreignView({}),
      answers: { nobody: 401, admin: "done", manager: "done", others: 404 },
      done: /view=all/,
    },
  ],
  "activities/takeOver": [
    {
      what: "another person's shared view",
      page: "/activities",
      fields: foreignView({}),
      answers: { nobody: 401, admin: "done", manager: "done", others: 403 },
      done: /view=\d+/,
    },
  ],
  "activities/openWith": [
    {
      what: "no view",
      page: "/activities",
      fields: async () => ({ fields: { viewId: "" } }),
      answers: { nobody: 401, others: "done" },
    },
  ],
  ...planCases,
  "settings/setTheme": [
    {
      what: "one's own colours",
      page: "/settings",
      fields: async () => ({ fields: { theme: "dark" } }),
      answers: { nobody: 401, others: "done" },
    },
  ],
  "settings/setSingleKeys": [
    {
      what: "one's own keys",
      page: "/settings",
      fields: async () => ({ fields: { singleKeys: "on" } }),
      answers: { nobody: 401, others: "done" },
    },
  ],
  "settings/removeSampleRegister": [
    {
      what: "the sample, by accounts that are part of it",
      page: "/settings",
      fields: async () => ({ fields: { known: "on" } }),
      answers: { nobody: 401, admin: 200, others: 403 },
    },
  ],
  "overview/saveCycle": [
    {
      what: "the current cycle",
      page: "/settings",
      fields: cycleFields,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=cycle/,
    },
  ],
  "overview/saveSilence": [
    {
      what: "after how many days silence asks for attention",
      page: "/settings",
      fields: silenceFields,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=silence/,
    },
  ],
  "settings/saveTakingBack": [
    {
      what: "how long something can be taken back",
      page: "/settings",
      fields: takingBackFields,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=taking-back/,
    },
  ],
  "reports/saveHome": [
    {
      what: "the head of official papers",
      page: "/reports/settings",
      fields: homeFields,
      answers: { nobody: 401, admin: "done", others: 403 },
      done: /saved=settings/,
    },
  ],
};
