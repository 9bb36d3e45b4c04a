import type { Locale } from "@/domain/vocabulary";
import { keepLaoWords } from "./lao-words";
import enAccount from "./messages/en/account.json";
import enActivities from "./messages/en/activities.json";
import enActivity from "./messages/en/activity.json";
import enApi from "./messages/en/api.json";
import enAsOf from "./messages/en/as-of.json";
import enAudit from "./messages/en/audit.json";
import enAuth from "./messages/en/auth.json";
import enBin from "./messages/en/bin.json";
import enComments from "./messages/en/comments.json";
import enCompare from "./messages/en/compare.json";
import enCrash from "./messages/en/crash.json";
import enDeadlines from "./messages/en/deadlines.json";
import enDesk from "./messages/en/desk.json";
import enErrors from "./messages/en/errors.json";
import enEvidence from "./messages/en/evidence.json";
import enMeetings from "./messages/en/meetings.json";
import enOverview from "./messages/en/overview.json";
import enPartners from "./messages/en/partners.json";
import enPlans from "./messages/en/plans.json";
import enProposals from "./messages/en/proposals.json";
import enReference from "./messages/en/reference.json";
import enReports from "./messages/en/reports.json";
import enRounds from "./messages/en/rounds.json";
import enSearch from "./messages/en/search.json";
import enSettings from "./messages/en/settings.json";
import enShell from "./messages/en/shell.json";
import enStates from "./messages/en/states.json";
import enTerms from "./messages/en/terms.json";
import enUi from "./messages/en/ui.json";
import enUsers from "./messages/en/users.json";
import enViews from "./messages/en/views.json";
import enYears from "./messages/en/years.json";
import loAccount from "./messages/lo/account.json";
import loActivities from "./messages/lo/activities.json";
import loActivity from "./messages/lo/activity.json";
import loApi from "./messages/lo/api.json";
import loAsOf from "./messages/lo/as-of.json";
import loAudit from "./messages/lo/audit.json";
import loAuth from "./messages/lo/auth.json";
import loBin from "./messages/lo/bin.json";
import loComments from "./messages/lo/comments.json";
import loCompare from "./messages/lo/compare.json";
import loCrash from "./messages/lo/crash.json";
import loDeadlines from "./messages/lo/deadlines.json";
import loDesk from "./messages/lo/desk.json";
import loErrors from "./messages/lo/errors.json";
import loEvidence from "./messages/lo/evidence.json";
import loMeetings from "./messages/lo/meetings.json";
import loOverview from "./messages/lo/overview.json";
import loPartners from "./messages/lo/partners.json";
import loPlans from "./messages/lo/plans.json";
import loProposals from "./messages/lo/proposals.json";
import loReference from "./messages/lo/reference.json";
import loReports from "./messages/lo/reports.json";
import loRounds from "./messages/lo/rounds.json";
import loSearch from "./messages/lo/search.json";
import loSettings from "./messages/lo/settings.json";
import loShell from "./messages/lo/shell.json";
import loStates from "./messages/lo/states.json";
import loTerms from "./messages/lo/terms.json";
import loUi from "./messages/lo/ui.json";
import loUsers from "./messages/lo/users.json";
import loViews from "./messages/lo/views.json";
import loYears from "./messages/lo/years.json";

const en = {
  account: enAccount,
  activities: enActivities,
  activity: enActivity,
  api: enApi,
  "as-of": enAsOf,
  audit: enAudit,
  auth: enAuth,
  comments: enComments,
  compare: enCompare,
  crash: enCrash,
  bin: enBin,
  desk: enDesk,
  deadlines: enDeadlines,
  errors: enErrors,
  evidence: enEvidence,
  meetings: enMeetings,
  overview: enOverview,
  partners: enPartners,
  plans: enPlans,
  proposals: enProposals,
  reference: enReference,
  reports: enReports,
  rounds: enRounds,
  search: enSearch,
  settings: enSettings,
  shell: enShell,
  states: enStates,
  terms: enTerms,
  ui: enUi,
  users: enUsers,
  views: enViews,
  years: enYears,
};

/** English is the type: a key that is missing in Lao does not compile. */
export type Messages = typeof en;

const lo: Messages = {
  account: loAccount,
  activities: loActivities,
  activity: loActivity,
  api: loApi,
  "as-of": loAsOf,
  audit: loAudit,
  auth: loAuth,
  comments: loComments,
  compare: loCompare,
  crash: loCrash,
  bin: loBin,
  desk: loDesk,
  deadlines: loDeadlines,
  errors: loErrors,
  evidence: loEvidence,
  meetings: loMeetings,
  overview: loOverview,
  partners: loPartners,
  plans: loPlans,
  proposals: loProposals,
  reference: loReference,
  reports: loReports,
  rounds: loRounds,
  search: loSearch,
  settings: loSettings,
  shell: loShell,
  states: loStates,
  terms: loTerms,
  ui: loUi,
  users: loUsers,
  views: loViews,
  years: loYears,
};

/** The messages as written, for files, mails and tests of texts. Pages use `shownMessages`. */
export const catalogue: Readonly<Record<Locale, Messages>> = { en, lo };

function keepAll<T>(value: T): T;
function keepAll(value: unknown): unknown {
  if (typeof value === "string") return keepLaoWords(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keepAll(inner)]));
}

/** The messages as pages show them: the Lao ones with loan words kept together. */
export const shownMessages: Readonly<Record<Locale, Messages>> = { en, lo: keepAll(lo) };
