import { z } from "zod";
import { audiences, evidenceKinds } from "@/domain/evidence";
import { decisionOutcomes, schedules, stages, statuses } from "@/domain/lifecycle";
import {
  activityKinds,
  countedValues,
  entryStateRoles,
  frameworks,
  locales,
  partyRoles,
  planStates,
  priorityKinds,
  priorityStates,
} from "@/domain/vocabulary";

/** The schemas of results. A field that is not in them is not sent, whatever a query returns. */

const id = z.int().positive();
const text = z.string().nullable();
const day = z.iso.date().nullable();
const usd = z.string().nullable().describe("US dollars, two decimals");
const percent = z.int().min(0).max(100).nullable();
const named = z.object({ en: text, lo: text });
const stage = z.enum(stages).nullable();
const status = z.enum(statuses).nullable();
const schedule = z.enum(schedules).nullable();

const Row = z.object({
  id,
  code: z.string(),
  titleEn: text,
  titleLo: text,
  original: z.enum(locales),
  isSample: z.boolean().describe("invented, to try the register"),
  plan: z.object({ id, framework: z.enum(frameworks), periodEn: z.string(), periodLo: text, partner: text }),
  lead: z.object({ code: z.string(), nameEn: z.string(), nameLo: text, isState: z.boolean() }).nullable(),
  stage,
  stageBody: z.string().nullable(),
  status,
  schedule,
  scheduleReason: text,
  progress: percent,
  updatedOn: day,
  startOn: day,
  endOn: day,
  budgetUsd: usd,
  version: id,
});

export const EntryList = z.object({
  rows: z.array(Row),
  totals: z.object({ total: z.int(), budgetUsd: usd, progress: percent }),
  page: id,
  pageCount: id,
});

const Update = z.object({
  id,
  reportedOn: z.iso.date(),
  authorName: z.string(),
  state: text.describe("set where a member state reports of its own share"),
  status,
  schedule,
  scheduleReason: text,
  progress: percent,
  textEn: text,
  textLo: text,
  issues: text,
  nextSteps: text,
  decisionSought: text,
  meeting: text,
  isSample: z.boolean(),
});

const Decision = z.object({
  id,
  meeting: z.object({ code: z.string(), title: named, lastOn: day, precision: z.string(), body: z.string() }),
  agendaNo: text,
  verbPrinted: z.string().describe("the verb as the document has it"),
  outcome: z.enum(decisionOutcomes),
  stageFrom: stage,
  stageTo: stage,
  textEn: text,
  textLo: text,
  reference: text,
});

export const Share = z.object({
  memberStateId: id,
  code: z.string(),
  name: named,
  role: z.enum(entryStateRoles).nullable().describe("null where the state has no part"),
  status,
  note: text,
  focalPoint: text,
  lastReportedOn: day,
  version: z.int(),
});
export const Shares = z.object({ states: z.array(Share) });

export const Evidence = z.object({
  files: z.array(
    z.object({
      id,
      kind: z.enum(evidenceKinds),
      fileName: z.string(),
      size: z.int().describe("bytes"),
      note: text,
      addedByName: z.string(),
      isSample: z.boolean(),
      createdAt: z.iso.datetime(),
    }),
  ),
});

export const Comments = z.object({
  comments: z.array(
    z.object({
      id,
      audience: z.enum(audiences),
      text: z.string(),
      authorName: z.string(),
      mentions: z.array(z.string()),
      isSample: z.boolean(),
      createdAt: z.iso.datetime(),
    }),
  ),
});

export const Updates = z.object({ updates: z.array(Update) });
export const Decisions = z.object({ decisions: z.array(Decision) });

export const Entry = z.object({
  entry: z.object({
    id,
    stage,
    status,
    schedule,
    scheduleReason: text,
    progress: percent,
    plannedStartOn: day,
    plannedEndOn: day,
    actualStartOn: day,
    actualEndOn: day,
    budgetApprovedUsd: usd,
    budgetDisbursedUsd: usd,
    fund: text,
    counted: z.enum(countedValues),
    carriedFromId: id.nullable(),
    isConfidential: z.boolean(),
    lastReportedOn: day,
    version: id,
  }),
  activity: z.object({
    id,
    code: z.string(),
    titleEn: text,
    titleLo: text,
    originalLocale: z.enum(locales),
    summaryEn: text,
    summaryLo: text,
    kind: z.enum(activityKinds),
    isSample: z.boolean(),
    version: id,
  }),
  plan: z.object({
    id,
    en: z.string(),
    lo: text,
    state: z.enum(planStates),
    framework: z.enum(frameworks),
    period: z.object({ en: z.string(), lo: text, startsOn: z.iso.date(), endsOn: z.iso.date() }),
    partner: z.object({ code: z.string(), en: z.string(), lo: text }).nullable(),
  }),
  internalRemark: text.describe("null to all but the desk"),
  parties: z.array(
    z.object({
      role: z.enum(partyRoles),
      code: z.string(),
      isState: z.boolean(),
      name: named,
      agency: named.nullable(),
    }),
  ),
  states: z.array(Share),
  priorities: z.array(
    z.object({
      kind: z.enum(priorityKinds),
      state: z.enum(priorityStates),
      period: named.nullable(),
      meeting: text,
    }),
  ),
});

const Change = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export const History = z.object({
  history: z.array(
    z.object({
      version: id,
      validFrom: z.iso.datetime(),
      recordedAt: z.iso.datetime(),
      by: z.string(),
      change: z.string(),
      meeting: text,
      fields: z.array(Change),
    }),
  ),
});

const counts = z.object({
  approved: z.int(),
  approvedSample: z.int(),
  proposed: z.int(),
  proposedSample: z.int(),
  rows: z.int(),
  counted: z.int(),
  notCounted: z.int(),
  notKnown: z.int(),
});
const Source = z.object({ title: z.string(), publisher: text, publishedOn: day, address: text, language: z.string() });
const Official = z.object({
  kind: z.enum(["approved", "proposed"]),
  count: z.int(),
  stateCode: text,
  source: Source,
});

export const PlanList = z.object({
  plans: z.array(
    z.object({
      id,
      framework: z.enum(frameworks),
      state: z.enum(planStates),
      en: z.string(),
      lo: text,
      isFrame: z.boolean().describe("no source describes what is in it"),
      periodEn: z.string(),
      periodLo: text,
      partnerEn: text,
      partnerLo: text,
      masterplan: text,
      register: counts,
      official: z.array(Official),
    }),
  ),
});

export const Plan = z.object({
  plan: z.object({
    id,
    version: id,
    framework: z.enum(frameworks),
    state: z.enum(planStates),
    en: z.string(),
    lo: text,
    isFrame: z.boolean(),
    periodEn: z.string(),
    periodLo: text,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  }),
  lines: z.array(
    z.object({
      id: id.nullable().describe("null where the reader may know of the entry but not open it"),
      code: text,
      titleEn: text,
      titleLo: text,
      isSample: z.boolean(),
      stage,
      status,
      counted: z.enum(countedValues),
      stateCode: text,
      leadEn: text,
      leadLo: text,
      priorities: z.array(z.object({ kind: z.enum(priorityKinds), state: z.enum(priorityStates) })),
    }),
  ),
  register: counts,
  official: z.array(Official),
  sources: z.array(Source),
});

const choice = z.object({ id, en: z.string(), lo: text });
export const Meetings = z.object({
  meetings: z.array(z.object({ ...choice.shape, code: z.string(), body: z.string(), lastOn: day })),
});
export const Reference = z.object({
  states: z.array(z.object({ ...choice.shape, code: z.string() })),
  partners: z.array(choice),
  outcomes: z.array(z.object({ ...choice.shape, ordinal: z.int(), masterplan: z.string() })),
  plans: z.array(choice),
});

export const NewEntry = z.object({ entryId: id, code: z.string() });
export const NewUpdate = z.object({ updateId: id, version: id });
export const NewDecision = z.object({ decisionId: id, stage });
export const NewComment = z.object({ commentId: id });
export const NewPlan = z.object({ planId: id });
