import type { Reconciliation, Runs } from "@/domain/report-model";
import type { CountKind, RegisterCount, ReportEntry, ReportPlan, ReportState } from "../report-data";
import type { DocumentWords } from "./document-words";
import { nameText, say } from "./runs";

const kinds: readonly CountKind[] = ["approved", "proposed"];

const officialOf = (plan: ReportPlan, kind: CountKind, stateCode: string | null) =>
  plan.official.find((row) => row.kind === kind && row.stateCode === stateCode) ?? null;

/**
 * The kinds of count to compare: those with an official number or, without any, the one that
 * matches the state of the plan.
 */
export function comparedKinds(plan: ReportPlan): readonly CountKind[] {
  const known = kinds.filter((kind) => officialOf(plan, kind, null) !== null);
  if (known.length > 0) return known;
  return [plan.state === "approved" || plan.state === "closed" ? "approved" : "proposed"];
}

/** The official number of a plan, or of one state in it. */
export function officialNumber(plan: ReportPlan, kind: CountKind, stateCode: string | null): number | null {
  return officialOf(plan, kind, stateCode)?.count ?? null;
}

type Compared = { plan: ReportPlan; kind: CountKind; state: ReportState | null };

function comparison(words: DocumentWords, { plan, kind, state }: Compared): Reconciliation {
  const lang = words.language;
  const official = officialOf(plan, kind, state?.code ?? null);
  const inRegister: RegisterCount | undefined = state ? plan.registerByState.get(state.code) : plan.register;
  const { all: register, sample } = inRegister?.[kind] ?? { all: 0, sample: 0 };
  const period = nameText(lang, plan.partner ? plan.title : plan.period.names);
  const whose = state ? `${period}, ${nameText(lang, state.names)}` : period;
  const subject = words.t(kind === "approved" ? "approvedCount" : "proposedCount", { subject: whose });
  if (!official) {
    return {
      state: "no_official_count",
      runs: say(lang, words.t("compareNone", { subject, register, sample })),
    };
  }
  const differs = official.count - register;
  // A source that is the same as the plan's has been named in the line above.
  const isNamed = state !== null && official.source.title === officialOf(plan, kind, null)?.source.title;
  const source: Runs = isNamed
    ? []
    : [
        { lang, text: " [" },
        { lang: official.source.language === "lo" ? "lo" : "en", text: official.source.title },
        { lang, text: "]" },
      ];
  return {
    state: differs === 0 ? "match" : "difference",
    runs: [
      { lang, text: words.t("compare", { subject, official: official.count, register, sample }) },
      ...(differs === 0 ? [] : say(lang, words.t("differs", { count: Math.abs(differs) }))),
      ...source,
    ],
  };
}

/**
 * Compares official numbers with the register, for each plan as a whole and, if it has a number for
 * the state, for the state.
 */
export function comparisons(
  words: DocumentWords,
  plans: readonly ReportPlan[],
  state: ReportState | null,
): Reconciliation[] {
  // Partners' plans have no official numbers as a rule, so their absence needs no remark.
  const compared = plans.filter((plan) => plan.framework === "adgsom_atrc" || plan.official.length > 0);
  return compared.flatMap((plan) =>
    comparedKinds(plan).flatMap((kind) => [
      comparison(words, { plan, kind, state: null }),
      ...(state && officialOf(plan, kind, state.code) ? [comparison(words, { plan, kind, state })] : []),
    ]),
  );
}

/**
 * Codes of the rows behind the counts: samples, and rows outside the official number. Only rows
 * that the reader may see.
 */
export function namedRows(words: DocumentWords, plan: ReportPlan, entries: readonly ReportEntry[]): Runs[] {
  const lang = words.language;
  const ofPlan = entries.filter((entry) => entry.planId === plan.id && entry.stage !== "draft");
  const period = nameText(lang, plan.partner ? plan.title : plan.period.names);
  const codes = (rows: readonly ReportEntry[]) => rows.map(({ code }) => code).join(", ");
  const samples = ofPlan.filter((entry) => entry.isSample);
  const uncounted = plan.official.length > 0 ? ofPlan.filter((entry) => entry.counted !== "yes") : [];
  return [
    ...(samples.length > 0 ? [say(lang, words.t("sampleRows", { period, codes: codes(samples) }))] : []),
    ...(uncounted.length > 0 ? [say(lang, words.t("uncountedRows", { period, codes: codes(uncounted) }))] : []),
  ];
}
