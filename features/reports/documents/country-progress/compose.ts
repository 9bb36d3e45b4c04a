import type { ReportBlock, ReportModel, Runs } from "@/domain/report-model";
import { countWarnings } from "@/features/reports/layout/counts";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import {
  type DocumentFrame,
  distributionList,
  framed,
  madeAtMeta,
  officialHeader,
  signatureBlock,
  sourceList,
} from "@/features/reports/layout/frame";
import { joined, nameRuns, nameText, say } from "@/features/reports/layout/runs";
import type { ReportEntry, ReportMeeting, ReportPlan, ReportState } from "@/features/reports/report-data";
import type { ProgressSection } from "@/features/reports/report-options";
import { formatImpreciseDays } from "@/i18n/format";
import { decisionBlocks, narrativeBlocks, partnersTable, proposalsTable, summaryBlocks } from "./compose-parts";
import { progressTable } from "./compose-table";

export type ProgressData = {
  state: ReportState;
  /** True for the home organisation's own state. Only its reports are official documents. */
  isOwnState: boolean;
  plan: ReportPlan;
  nextPlan: ReportPlan | null;
  partnerPlans: readonly ReportPlan[];
  meeting: ReportMeeting | null;
  /** True if it was held already; then the next one to which such a report is made, if recorded. */
  isHeld: boolean;
  nextMeeting: ReportMeeting | null;
  /** Entries of all these plans that the reader may see, without drafts and confidential ones. */
  entries: readonly ReportEntry[];
  /** True if the reader may not see some rows of the plans. */
  isPartial: boolean;
};

const ownRoles: readonly string[] = ["proponent", "co_proponent", "implementing_agency"];

/** True if the state is proponent, co-proponent or implementing agency. */
function isOwn(entry: ReportEntry, state: ReportState): boolean {
  return entry.parties.some(({ role, stateCode }) => stateCode === state.code && ownRoles.includes(role));
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII"];

type Part = { heading: string; blocks: ReportBlock[] };

/** The chosen parts in their fixed order, numbered consecutively. */
function partsOf(words: DocumentWords, data: ProgressData, sections: readonly ProgressSection[]): Part[] {
  const { t, language } = words;
  const { state, plan, nextPlan } = data;
  const has = (section: ProgressSection) => sections.includes(section);
  const period = nameText(language, plan.period.names);
  const stateName = nameText(language, state.names);
  const own = data.entries.filter((entry) => entry.planId === plan.id && isOwn(entry, state));
  const proposals = data.entries.filter((entry) => entry.planId === nextPlan?.id && isOwn(entry, state));
  const nextPeriod = nextPlan ? nameText(language, nextPlan.period.names) : null;
  const parts: (Part | false)[] = [
    has("summary") && {
      heading: t("summaryHeading"),
      blocks: summaryBlocks(words, nextPlan ? [plan, nextPlan] : [plan], state),
    },
    (has("progress") || (has("narrative") && own.length > 0)) && {
      heading: t("progressHeading", { period }),
      blocks: [
        ...(has("progress") ? [progressBlock(words, plan, own, has("narrative"), stateName)] : []),
        ...(has("narrative") ? own.flatMap((entry) => narrativeBlocks(words, entry)) : []),
      ],
    },
    has("proposals") && {
      heading: nextPeriod ? t("proposalsHeading", { period: nextPeriod }) : t("proposalsHeadingNone"),
      blocks: nextPlan
        ? [{ kind: "table", table: proposalsTable(words, proposals, t("noProposals", { state: stateName })) }]
        : [{ kind: "paragraph", runs: say(language, t("noNextPlan")) }],
    },
    has("partners") && { heading: t("partnersHeading"), blocks: [{ kind: "table", table: partnerItems(words, data) }] },
    has("decisions") && {
      heading: t("decisionsHeading"),
      blocks: decisionBlocks(words, [...own, ...proposals], data.meeting?.code ?? null),
    },
  ];
  return parts.filter((part) => part !== false);
}

function progressBlock(
  words: DocumentWords,
  plan: ReportPlan,
  own: readonly ReportEntry[],
  hasNarrative: boolean,
  state: string,
): ReportBlock {
  const options = { hasNarrative, empty: words.t("noProgress", { state }) };
  return { kind: "table", table: progressTable(words, plan, own, options) };
}

function partnerItems(words: DocumentWords, { partnerPlans, entries }: ProgressData) {
  const periodOf = new Map(partnerPlans.map(({ id, period }) => [id, period.names]));
  return partnersTable(
    words,
    entries.filter(({ planId }) => periodOf.has(planId)),
    periodOf,
  );
}

function blocksOf(words: DocumentWords, data: ProgressData, sections: readonly ProgressSection[]): ReportBlock[] {
  return partsOf(words, data, sections).flatMap(({ heading, blocks }, index): ReportBlock[] => {
    const title = words.t("heading", { number: romans[index] ?? String(index + 1), title: heading });
    return [{ kind: "heading", level: 1, runs: say(words.language, title) }, ...blocks];
  });
}

function subtitleOf(words: DocumentWords, { state, plan, meeting }: ProgressData): Runs {
  const { language, t } = words;
  const named = { state: nameText(language, state.names), period: nameText(language, plan.period.names) };
  const first = say(language, t("subtitle", named));
  return meeting ? [...first, ...say(language, `\n${t("forMeeting")}`), ...nameRuns(language, meeting.title)] : first;
}

function meetingMeta(words: DocumentWords, meeting: ReportMeeting) {
  const day = formatImpreciseDays(meeting, words.language);
  const value = joined(words.language, [say(words.language, day), nameRuns(words.language, meeting.place)], ", ");
  return { label: words.t("meetingDays"), value };
}

/** A report is made for a meeting to come; one that has been held is named, with the next one. */
function meetingWarnings(words: DocumentWords, { meeting, isHeld, nextMeeting }: ProgressData): Runs[] {
  const { language, t } = words;
  if (!meeting || !isHeld) return meeting ? [] : [say(language, t("noMeetingYet"))];
  const held = { meeting: meeting.code, day: formatImpreciseDays(meeting, language) };
  return [say(language, nextMeeting ? t("heldNext", { ...held, next: nextMeeting.code }) : t("heldLast", held))];
}

/**
 * Composes the country progress report: the chosen parts and, for the home organisation's own
 * state, the official head and signature.
 */
export function composeProgress(
  frame: DocumentFrame,
  data: ProgressData,
  sections: readonly ProgressSection[],
): ReportModel {
  const { words, home } = frame;
  const { language, t } = words;
  const isOfficial = (section: ProgressSection) => data.isOwnState && sections.includes(section);
  const plans = [data.plan, ...(data.nextPlan ? [data.nextPlan] : [])];
  const sources = plans.flatMap((plan) => [...plan.official.map(({ source }) => source), ...plan.sources]);
  const remarks = [say(language, t("leftOut")), ...(data.isPartial ? [say(language, t("ownOnly"))] : [])];
  return framed(frame, {
    kind: "country_progress",
    warnings: [
      ...meetingWarnings(words, data),
      ...countWarnings(words, plans, { state: data.state, entries: data.entries }),
    ],
    title: { lang: language, text: words.reports("kind.country_progress") },
    subtitle: subtitleOf(words, data),
    meta: [...(data.meeting ? [meetingMeta(words, data.meeting)] : []), madeAtMeta(frame)],
    blocks: blocksOf(words, data, sections),
    header: isOfficial("header") ? officialHeader(frame) : null,
    signature: isOfficial("signature") ? signatureBlock(frame) : null,
    distribution: isOfficial("signature") ? distributionList(frame) : null,
    notes: sections.includes("sources")
      ? [sourceList(words, sources), { heading: t("remarks"), items: remarks }].filter(({ items }) => items.length > 0)
      : [],
    ...(data.isOwnState ? { issuer: language === "lo" ? home.unitLo : home.unitEn } : {}),
  });
}
