import type { DecisionOutcome, Schedule, Stage, Status } from "@/domain/lifecycle";
import type { ActivityKind, Locale, PriorityState } from "@/domain/vocabulary";

/** A progress report of the whole entry; `on` is its day. */
export type SampleReport = {
  on: string;
  status: Status;
  progress: number;
  schedule?: Schedule;
  reason?: string;
  en: string;
  lo: string;
  issues?: string;
  nextSteps?: string;
  decisionSought?: string;
  /** Code of the meeting for which it was written. */
  meeting?: string;
};

/** The report of one member state on its share. */
export type SampleShare = { state: string; on: string; status?: Status; note: string; lang?: Locale };

/** A meeting's decision on a proposal; without `stage` it did not change the stage. */
export type SampleDecision = { meeting: string; verb: string; outcome: DecisionOutcome; stage?: Stage };

export type SampleActivity = {
  en: string;
  lo: string;
  original?: Locale;
  kind: ActivityKind;
  /** Numbers of the Desired Outcomes: of ADM 2030 for codes from 26 on, of ADM 2025 before. */
  outcomes: readonly number[];
  summary?: readonly [en: string, lo: string];
};

/**
 * A sample entry of one year's plan. Without `activity` it carries on the activity with this code
 * from an earlier year.
 */
export type SampleEntry = {
  code: string;
  activity?: SampleActivity;
  lead: string;
  coLeads?: readonly string[];
  implementing?: readonly string[];
  /** Codes of states, or every state that is a member at the beginning of the year. */
  takePart: "all" | readonly string[];
  funders?: readonly string[];
  fund?: string;
  /** US dollars: approved, and disbursed at the last report. */
  budget?: readonly [approved: string, disbursed: string | null];
  planned: readonly [start: string, end: string];
  /** Days on which the work began and, if it is done, ended. */
  actual?: readonly [start: string, end?: string];
  priority?: PriorityState;
  remark?: string;
  /**
   * For proposals that await approval; all others were approved by the year's ministers' meeting.
   */
  decisions?: readonly SampleDecision[];
  reports?: readonly SampleReport[];
  shares?: readonly SampleShare[];
};
