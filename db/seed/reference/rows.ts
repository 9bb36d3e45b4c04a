import type { DecisionOutcome, Stage } from "@/domain/lifecycle";
import type { ActivityKind, Counted, Locale, PriorityKind, PriorityState } from "@/domain/vocabulary";

export type SeedDecision = {
  meeting: string;
  verbPrinted: string;
  outcome: DecisionOutcome;
  stageTo?: Stage;
  textEn?: string;
  textLo?: string;
  source: string;
  /** The agenda item of the meeting. */
  point?: string;
};

export type SeedEntry = {
  /** The plan's period, and its partner if it has one. */
  period: string;
  partner?: string;
  stage: Stage | null;
  counted: Counted;
  wasApproved?: boolean;
  /** Agenda items under which it was discussed without a decision, as `JWG-2023/progress`. */
  agenda?: readonly string[];
  decisions?: readonly SeedDecision[];
  priorities?: readonly {
    kind: PriorityKind;
    period?: string;
    meeting?: string;
    state: PriorityState;
    source: string;
  }[];
};

export type SeedActivity = {
  code: string;
  titleEn: string;
  titleLo: string | null;
  original: Locale;
  kind: ActivityKind;
  proponent: { state?: string; agency?: string; partner?: string } | null;
  participants?: readonly string[];
  source: string;
  quote?: string;
  note?: string;
  entries: readonly SeedEntry[];
};
