import { foldText } from "./lao-text";
import type { DeadlineState } from "./milestones";

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

export type RuleDeadline = {
  kind: RuleKind;
  /** Null while the end of the work is neither recorded nor planned. */
  dueOn: string | null;
  /** Reckoned from the planned end: nothing is late before the work has ended. */
  isPlanned: boolean;
  isMet: boolean;
};

/** Is the entry's fund one of those named? Capitals and the text around the name do not matter. */
export function isNamed(fund: string | null, funds: string): boolean {
  if (fund === null) return false;
  const text = foldText(fund);
  const names = funds.split(",").map((name) => foldText(name));
  return names.some((name) => name !== "" && text.includes(name));
}

/** @param today `YYYY-MM-DD` */
export function ruleState({ dueOn, isPlanned, isMet }: Omit<RuleDeadline, "kind">, today: string): DeadlineState {
  if (isMet) return "done";
  return !isPlanned && dueOn !== null && dueOn < today ? "late" : "open";
}
