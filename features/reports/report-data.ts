import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import type {
  Counted,
  DayPrecision,
  Framework,
  Locale,
  PartyRole,
  PlanState,
  PriorityKind,
  PriorityState,
} from "@/domain/vocabulary";

/** A name in the two languages; one of them may be missing. */
export type Names = { readonly en: string | null; readonly lo: string | null };

/** A name whose Lao form may have been translated for this register. */
export type TranslatedNames = Names & { readonly loIsTranslation: boolean };

export type Party = {
  role: PartyRole;
  stateCode: string | null;
  state: Names | null;
  agency: string | null;
  partner: Names | null;
};

export type Priority = { kind: PriorityKind; state: PriorityState; period: Names | null; meetingCode: string | null };

export type EntryOutcome = { masterplan: string; ordinal: number; names: TranslatedNames };

/**
 * The decision that led to the stage: the meeting, and the verb as its outcome document prints it.
 */
export type StageDecision = { meetingCode: string; body: string; verb: string };

export type EntryUpdate = {
  reportedOn: string;
  text: Names;
  issues: string | null;
  nextSteps: string | null;
  isSample: boolean;
};

export type SoughtDecision = { text: string; reportedOn: string; meetingCode: string | null; isSample: boolean };

/** One plan entry with everything that reports may print. Contains no internal remarks. */
export type ReportEntry = {
  id: number;
  code: string;
  title: Names;
  original: Locale;
  isSample: boolean;
  isConfidential: boolean;
  planId: number;
  partner: Names | null;
  stage: Stage | null;
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  /** Percent. */
  progress: number | null;
  lastReportedOn: string | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  actualStartOn: string | null;
  actualEndOn: string | null;
  budgetUsd: number | null;
  disbursedUsd: number | null;
  fund: string | null;
  counted: Counted;
  decision: StageDecision | null;
  outcomes: readonly EntryOutcome[];
  parties: readonly Party[];
  priorities: readonly Priority[];
  /** The newest update of the whole entry. */
  update: EntryUpdate | null;
  /** Decisions that its updates seek from meetings, the newest first. */
  sought: readonly SoughtDecision[];
};

export type ReportSource = {
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
};

export type CountKind = "approved" | "proposed";

export type OfficialCount = {
  kind: CountKind;
  count: number;
  /** null for the plan as a whole. */
  stateCode: string | null;
  source: ReportSource;
};

/** Number of the register's entries of a plan, or of one state in it. */
export type RegisterCount = Record<CountKind, { all: number; sample: number }>;

export type ReportPlan = {
  id: number;
  framework: Framework;
  state: PlanState;
  title: Names;
  isFrame: boolean;
  period: { code: string; names: Names; startsOn: string; endsOn: string };
  masterplan: { code: string; names: Names } | null;
  partner: Names | null;
  official: readonly OfficialCount[];
  register: RegisterCount;
  /** By the code of the proponent's member state. */
  registerByState: ReadonlyMap<string, RegisterCount>;
  /**
   * The meeting that approved the plan's real entries, and the verb as printed; null if none did.
   */
  approvedBy: { meetingCode: string; verb: string } | null;
  sources: readonly ReportSource[];
};

export type ReportMeeting = {
  code: string;
  title: Names;
  place: Names;
  firstOn: string | null;
  firstPrecision: DayPrecision;
  lastOn: string | null;
  lastPrecision: DayPrecision;
};

export type ReportState = { code: string; names: Names };
