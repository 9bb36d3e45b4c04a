import { addDays, endOfMonth } from "./days";
import { foldText } from "./lao-text";
import type { Stage, Status } from "./lifecycle";
import { type DeadlineState, type EntryEnd, endOfEntry } from "./milestones";

/** What the rules of a fund, and of ASEAN projects in general, ask of an entry on a day. They are reckoned, and never change a status. */
export const ruleKinds = ["disbursement", "financial_report", "completion_report"] as const;
export type RuleKind = (typeof ruleKinds)[number];

export type DeadlineRules = {
  /** The names of the funds whose money rules count, with commas between them. */
  funds: string;
  disbursedPercent: number;
  /** The month (1 to 12) of the year after the work cycle, by whose end that much is disbursed. */
  disbursedMonth: number;
  /** After the end. */
  financialReportDays: number;
  completionReportDays: number;
};

/** As published; a fund's present rules may differ, and are then set. */
export const defaultRules: DeadlineRules = {
  funds: "ASEAN ICT Fund, AICTF",
  ...{ disbursedPercent: 60, disbursedMonth: 2, financialReportDays: 30, completionReportDays: 60 },
};

/** Where the defaults were read. */
export const ruleSources: Readonly<Record<RuleKind, string>> = {
  disbursement: "ATPMM: A Guide to TELSOM-ATRC Project Implementation",
  financial_report: "ATPMM: A Guide to TELSOM-ATRC Project Financial Reporting",
  completion_report: "ASEAN Cooperation Project Proposal Template, 2017",
};

export const ruleBounds = {
  disbursedPercent: { min: 1, max: 100 },
  disbursedMonth: { min: 1, max: 12 },
  financialReportDays: { min: 1, max: 365 },
  completionReportDays: { min: 1, max: 365 },
} as const;

export type RuledEntry = EntryEnd & {
  stage: Stage | null;
  status: Status | null;
  fund: string | null;
  /** US dollars, as text. */
  budgetApprovedUsd: string | null;
  budgetDisbursedUsd: string | null;
  /** The last day of the plan's period. */
  cycleEndsOn: string;
  /** Is the report of its completion among the evidence? */
  hasReport: boolean;
};

export type RuleDeadline = {
  kind: RuleKind;
  /** Null while the end of the work is neither recorded nor planned. */
  dueOn: string | null;
  /** Reckoned from the planned end: nothing is late before the work has ended. */
  isPlanned: boolean;
  isMet: boolean;
};

/**
 * What the rules ask of an approved entry until it is completed or given up: money rules where its fund is among the named, the report of
 * completion of every entry.
 */
export function ruleDeadlines(entry: RuledEntry, rules: DeadlineRules): RuleDeadline[] {
  if (entry.stage !== "approved" || entry.status === "completed" || entry.status === "cancelled") return [];
  const { day, isPlanned } = endOfEntry(entry);
  const after = (days: number) => ({ dueOn: day === null ? null : addDays(day, days), isPlanned });
  const found: RuleDeadline[] = [];
  if (isNamed(entry.fund, rules.funds)) {
    const year = Number(entry.cycleEndsOn.slice(0, 4)) + 1;
    const dueOn = endOfMonth(year, rules.disbursedMonth);
    const isMet = percentDisbursed(entry) >= rules.disbursedPercent;
    found.push({ kind: "disbursement", dueOn, isPlanned: false, isMet });
    found.push({ kind: "financial_report", ...after(rules.financialReportDays), isMet: false });
  }
  found.push({ kind: "completion_report", ...after(rules.completionReportDays), isMet: entry.hasReport });
  return found;
}

/** Is the entry's fund one of those named? Capitals and the text around the name do not matter. */
export function isNamed(fund: string | null, funds: string): boolean {
  if (fund === null) return false;
  const text = foldText(fund);
  const names = funds.split(",").map((name) => foldText(name));
  return names.some((name) => name !== "" && text.includes(name));
}

function percentDisbursed({ budgetApprovedUsd, budgetDisbursedUsd }: RuledEntry): number {
  const approved = Number(budgetApprovedUsd ?? 0);
  return approved > 0 ? (Number(budgetDisbursedUsd ?? 0) / approved) * 100 : 0;
}

/** @param today `YYYY-MM-DD` */
export function ruleState({ dueOn, isPlanned, isMet }: Omit<RuleDeadline, "kind">, today: string): DeadlineState {
  if (isMet) return "done";
  return !isPlanned && dueOn !== null && dueOn < today ? "late" : "open";
}
