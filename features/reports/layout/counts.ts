import type { Runs } from "@/domain/report-model";
import type { CountKind, ReportEntry, ReportPlan, ReportState } from "../report-data";
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

/**
 * The number of a plan, or of one state in it, as a document states it: the official one; that of
 * the register for a plan without any official number; null if neither says anything.
 */
export function statedNumber(plan: ReportPlan, kind: CountKind, stateCode: string | null): number | null {
  if (plan.official.length > 0) return officialOf(plan, kind, stateCode)?.count ?? null;
  return registerCount(plan, kind, stateCode) || null;
}

const registerCount = (plan: ReportPlan, kind: CountKind, stateCode: string | null): number =>
  (stateCode === null ? plan.register : plan.registerByState.get(stateCode))?.[kind].all ?? 0;

type Compared = { plan: ReportPlan; kind: CountKind; state: ReportState | null };

/** The kinds of count of these plans, of each plan as a whole and of the state where it has one. */
function comparedCounts(plans: readonly ReportPlan[], state: ReportState | null): Compared[] {
  // Partners' plans have no official numbers as a rule, so their absence needs no remark.
  const compared = plans.filter((plan) => plan.framework === "adgsom_atrc" || plan.official.length > 0);
  return compared.flatMap((plan) =>
    comparedKinds(plan).flatMap((kind) => [
      { plan, kind, state: null },
      ...(state && officialOf(plan, kind, state.code) ? [{ plan, kind, state }] : []),
    ]),
  );
}

const registerOf = ({ plan, kind, state }: Compared) => registerCount(plan, kind, state?.code ?? null);

function subjectOf(words: DocumentWords, { plan, kind, state }: Compared): string {
  const lang = words.language;
  const period = nameText(lang, plan.partner ? plan.title : plan.period.names);
  const whose = state ? `${period}, ${nameText(lang, state.names)}` : period;
  return words.t(kind === "approved" ? "approvedCount" : "proposedCount", { subject: whose });
}

/**
 * The number of each plan as the document states it: the official one with its source, otherwise
 * that of the register.
 */
export function countLines(words: DocumentWords, plans: readonly ReportPlan[]): Runs[] {
  const lang = words.language;
  return comparedCounts(plans, null).map((compared) => {
    const official = officialOf(compared.plan, compared.kind, null);
    const subject = subjectOf(words, compared);
    if (!official) return say(lang, words.t("inRegister", { subject, register: registerOf(compared) }));
    return [
      { lang, text: `${words.t("officially", { subject, official: official.count })} [` },
      { lang: official.source.language === "lo" ? "lo" : "en", text: official.source.title },
      { lang, text: "]" },
    ];
  });
}

/**
 * What whoever makes the document should know of its numbers, and its readers need not: where the
 * official number is missing or differs from the register, and the rows behind both.
 */
export function countWarnings(
  words: DocumentWords,
  plans: readonly ReportPlan[],
  { state, entries }: { state: ReportState | null; entries: readonly ReportEntry[] },
): Runs[] {
  const differing = comparedCounts(plans, state).flatMap((compared) => {
    const official = officialOf(compared.plan, compared.kind, compared.state?.code ?? null)?.count ?? null;
    const register = registerOf(compared);
    if (official === register) return [];
    const subject = subjectOf(words, compared);
    const text =
      official === null
        ? words.t("noOfficial", { subject, register })
        : words.t("differs", { subject, official, register, count: Math.abs(official - register) });
    return [say(words.language, text)];
  });
  return [...differing, ...plans.flatMap((plan) => namedRows(words, plan, entries))];
}

/**
 * Codes of the rows behind the counts: samples, and rows outside the official number. Only rows
 * that the reader may see.
 */
function namedRows(words: DocumentWords, plan: ReportPlan, entries: readonly ReportEntry[]): Runs[] {
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
