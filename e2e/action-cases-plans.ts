import { type Case, desk, heads, newPlan, settledEntry, somePlan, yearPlan } from "./action-grounds";

/** The actions on plans and their years, with what each answers to whom. */
export const planCases: Record<string, Case[]> = {
  "plans/create": [
    { what: "a new plan", page: "/plans/new", fields: newPlan, answers: desk, done: /\/plans\/\d+\?saved=create/ },
  ],
  "plans/edit": [
    { what: "a plan", page: "/plans/{plan}/edit", fields: somePlan, answers: desk, done: /saved=edit/ },
    {
      what: "none",
      page: "/plans/{none}/edit",
      fields: async () => ({ fields: { planId: "99999999", version: "1", state: "proposed", titleEn: "None" } }),
      answers: "401 404 404 404 403 403 403",
    },
  ],
  "plans/settle": [
    {
      what: "an entry",
      page: "/plans/{plan}/carry-over/preview",
      fields: settledEntry,
      answers: heads,
      done: /saved=carryOver/,
    },
  ],
  "plans/close": [
    { what: "a plan", page: "/plans/{plan}/close", fields: yearPlan("approved"), answers: heads, done: /saved=close/ },
  ],
  "plans/reopen": [
    { what: "a plan", page: "/plans/{plan}/reopen", fields: yearPlan("closed"), answers: heads, done: /saved=reopen/ },
  ],
};
