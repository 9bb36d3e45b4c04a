import type { Reconciliation, Runs } from "@/domain/report-model";
import type { CountKind, RegisterCount, ReportEntry, ReportPlan, ReportState } from "../report-data";
import type { DocumentWords } from "./document-words";
import { nameText, say } from "./runs";

const kinds: readonly CountKind[] = ["approved", "proposed"];

const officialOf = (plan: ReportPlan, kind: CountKind, stateCode: string | null) =>
  plan.official.find((row) => row.kind === kind && row.stateCode === stateCode) ?? null;

/**
 * What is compared: the kinds with an official number, or, without any, the kind that the plan has
 * come to.
 */
export function comparedKinds(plan: ReportPlan): readonly CountKind[] {
  const known = kinds.filter((kind) => officialOf(plan, kind, null) !== null);
  if (known.length > 0) return known;
  return [plan.state === "approved" || plan.state === "closed" ? "approved" : "proposed"];
}

/** The official number of a plan, or of one state in it, with the register's beside it. */
export function officialNumber(plan: ReportPlan, kind: CountKind, stateCode: string | null): number | null {
  return officialOf(plan, kind, stateCode)?.count ?? null;
}

type Compared = { plan: ReportPlan; kind: CountKind; state: ReportState | null };

function comparison(words: DocumentWords, { plan, kind, state }: Compared): Reconciliation {
  const lang = words.language;
  const official = officialOf(plan, kind, state?.code ?? null);
  const held: RegisterCount | undefined = state ? plan.registerByState.get(state.code) : plan.register;
  const { all: register, sample } = held?.[kind] ?? { all: 0, sample: 0 };
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
  // The state's number comes from where the plan's number comes from; the line above has said so.
  const isSaid = state !== null && official.source.title === officialOf(plan, kind, null)?.source.title;
  const source: Runs = isSaid
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
 * Official beside register, for each plan in all and, where a number of the state was said, for the
 * state.
 */
export function comparisons(
  words: DocumentWords,
  plans: readonly ReportPlan[],
  state: ReportState | null,
): Reconciliation[] {
  // Nobody says a number of a partner's plan, so its silence says nothing.
  const compared = plans.filter((plan) => plan.framework === "adgsom_atrc" || plan.official.length > 0);
  return compared.flatMap((plan) =>
    comparedKinds(plan).flatMap((kind) => [
      comparison(words, { plan, kind, state: null }),
      ...(state && officialOf(plan, kind, state.code) ? [comparison(words, { plan, kind, state })] : []),
    ]),
  );
}

/**
 * The rows behind the counts, by code: samples, and rows beside the official number. Only rows that
 * the reader sees.
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
