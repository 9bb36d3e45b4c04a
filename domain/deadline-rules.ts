import type { DeadlineState } from "./deadlines";
import { foldText } from "./fold-text";

/**
 * What the rules of a fund, and of ASEAN projects in general, require of an entry on a day. They
 * are shown only and never change a status.
 */
export const ruleKinds = ["disbursement", "financial_report", "completion_report"] as const;
export type RuleKind = (typeof ruleKinds)[number];

export type DeadlineRules = {
  /** Names of the funds to which the rule of disbursement applies, separated by commas. */
  funds: string;
  disbursedPercent: number;
  /**
   * The month (1 to 12) of the year after the work cycle by the end of which this share must be
   * disbursed.
   */
  disbursedMonth: number;
  /** Days after the end of the work. */
  financialReportDays: number;
  completionReportDays: number;
};

/** The rules as published. A fund's current rules may differ and are then entered as a setting. */
export const defaultRules: DeadlineRules = {
  funds: "ASEAN ICT Fund, AICTF",
  disbursedPercent: 60,
  disbursedMonth: 2,
  financialReportDays: 30,
  completionReportDays: 60,
};

/** The source of these defaults. */
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
  /** Null if the end of the work is neither recorded nor planned. */
  dueOn: string | null;
  /** True if computed from the planned end: nothing is late before the work has ended. */
  isPlanned: boolean;
  isMet: boolean;
};

/** True if the entry's fund is one of those named. Case and surrounding text do not matter. */
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
