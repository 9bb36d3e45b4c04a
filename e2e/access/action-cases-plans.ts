import { ask } from "../support/database";
import { planId } from "../support/entries";
import type { TestSite } from "../support/server";
import { type Case, carriedEntry, newPlan, somePlan, yearPlan } from "./action-fixtures";

async function decidedRows(site: TestSite) {
  const [meeting] = await ask(site, "select id::text from meetings where code = 'ADGMIN-3'");
  const decision = { meetingId: String(meeting?.id), verbPrinted: "approved", outcome: "approved" };
  const titles = "One decided activity\nAnother one\tLA";
  return { fields: { planId: String(await planId(site, 2025)), titles, ...decision, kind: "other", counted: "no" } };
}

/** The actions on plans and their years, with the expected answer for each role. */
export const planCases: Record<string, Case[]> = {
  "activities/enterDecidedRows": [
    {
      what: "two activities on which a meeting has decided",
      page: "/plans/{plan}/decided",
      fields: decidedRows,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /\/plans\/\d+\?saved=decided/,
    },
  ],
  "plans/create": [
    {
      what: "a new plan",
      page: "/plans/new",
      fields: newPlan,
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /\/plans\/\d+\?saved=create/,
    },
  ],
  "plans/edit": [
    {
      what: "a plan",
      page: "/plans/{plan}/edit",
      fields: somePlan,
      answers: { nobody: 401, desk: "done", others: 403 },
      done: /saved=edit/,
    },
    {
      what: "none",
      page: "/plans/{none}/edit",
      fields: async () => ({ fields: { planId: "99999999", version: "1", state: "proposed", titleEn: "None" } }),
      answers: { nobody: 401, desk: 404, others: 403 },
    },
  ],
  "plans/confirmCarryOver": [
    {
      what: "an entry",
      page: "/plans/{plan}/carry-over/preview",
      fields: carriedEntry,
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=carryOver/,
    },
  ],
  "plans/close": [
    {
      what: "a plan",
      page: "/plans/{plan}/close",
      fields: yearPlan("approved"),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=close/,
    },
  ],
  "plans/reopen": [
    {
      what: "a plan",
      page: "/plans/{plan}/reopen",
      fields: yearPlan("closed"),
      answers: { nobody: 401, heads: "done", others: 403 },
      done: /saved=reopen/,
    },
  ],
};
