import type { ReportBlock, ReportTable, Runs } from "@/domain/report-model";
import {
  countedRuns,
  isInvented,
  labelled,
  meetingText,
  priorityRuns,
  reasonRuns,
  stageRuns,
  verbRuns,
} from "@/features/reports/layout/cells";
import { comparedKinds, statedNumber } from "@/features/reports/layout/counts";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import {
  joined,
  lines,
  nameRuns,
  nameText,
  say,
  strong,
  strongRuns,
  titleRuns,
  writtenRuns,
} from "@/features/reports/layout/runs";
import type { Names, ReportEntry, ReportPlan, ReportState } from "@/features/reports/report-data";
import { documentDay, formatPercent } from "@/i18n/format";
import { codedTitle } from "./compose-table";

/**
 * "… holds 13 approved activities, 2 of them of Lao PDR (decided by ADGMIN-3; verb as printed:
 * “ຮັບຮອງ”)."
 */
function sentences(words: DocumentWords, plan: ReportPlan, state: ReportState): Runs[] {
  const { t, language } = words;
  return comparedKinds(plan).flatMap((kind) => {
    const count = statedNumber(plan, kind, null);
    if (count === null) return [];
    const period = nameText(language, plan.period.names);
    const key = kind === "approved" ? "approvedSentence" : "proposedSentence";
    const own = statedNumber(plan, kind, state.code);
    const ofWhich =
      own === null ? "" : t.markup("ofWhich", { b: strong, count: own, state: nameText(language, state.names) });
    const sentence = strongRuns(language, t.markup(key, { b: strong, count, period }) + ofWhich);
    return [[...sentence, ...(kind === "approved" ? decidedRuns(words, plan) : []), ...say(language, t("stop"))]];
  });
}

function decidedRuns(words: DocumentWords, { approvedBy }: ReportPlan): Runs {
  if (!approvedBy) return [];
  const verb = verbRuns(words, "approved", approvedBy);
  return [
    ...say(words.language, ` (${approvedBy.meetingCode}`),
    ...(verb ? [...say(words.language, "; "), ...verb] : []),
    ...say(words.language, ")"),
  ];
}

/** The numbers of the plans as sentences. */
export function summaryBlocks(words: DocumentWords, plans: readonly ReportPlan[], state: ReportState): ReportBlock[] {
  const summary = plans.flatMap((plan) => sentences(words, plan, state)).flat();
  return summary.length > 0 ? [{ kind: "paragraph", runs: summary }] : [];
}

function statusLine(words: DocumentWords, entry: ReportEntry): Runs {
  const { language, terms, t } = words;
  const { status, schedule, progress, update, actualStartOn, actualEndOn } = entry;
  if (status === null) return stageRuns(words, entry);
  const current = [
    terms(`status.${status}`),
    schedule && terms(`schedule.${schedule}`),
    progress !== null && t("percentDone", { percent: formatPercent(progress, language) }),
  ].filter(Boolean);
  const days = [
    actualStartOn && t("began", { day: documentDay(actualStartOn) }),
    actualEndOn && t("ended", { day: documentDay(actualEndOn) }),
    update && t("reported", { day: documentDay(update.reportedOn) }),
  ].filter(Boolean);
  return say(language, [`${current.join(" · ")}.`, ...days].join(" "));
}

/** One activity in prose: its state, the reported progress, the issues and the next steps. */
export function narrativeBlocks(words: DocumentWords, entry: ReportEntry): ReportBlock[] {
  const { language, t } = words;
  const { update } = entry;
  const mark = isInvented(entry);
  const paragraph = (runs: Runs) => ({ kind: "paragraph" as const, runs });
  const reason = reasonRuns(words, entry);
  return [
    { kind: "heading", level: 2, runs: titleRuns(language, entry, entry.isSample ? ["sample"] : []) },
    paragraph(statusLine(words, entry)),
    ...(reason ? [paragraph(reason)] : []),
    update
      ? paragraph(nameRuns(language, update.text, mark ? ["sample"] : []))
      : paragraph(say(language, t("noReport"))),
    ...(update?.issues ? [paragraph(labelled(words, t("issues"), writtenRuns(language, update.issues, mark)))] : []),
    ...(update?.nextSteps
      ? [paragraph(labelled(words, t("nextSteps"), writtenRuns(language, update.nextSteps, mark)))]
      : []),
  ].filter((block) => block.kind !== "paragraph" || block.runs.length > 0) as ReportBlock[];
}

/**
 * Proposals of the next cycle: stage, priorities, and whether each is part of the official number.
 */
export function proposalsTable(words: DocumentWords, entries: readonly ReportEntry[], empty: string): ReportTable {
  const { t, terms, language } = words;
  const text = { kind: "text" } as const;
  return {
    key: "proposals",
    name: t("proposalsSheet"),
    columns: [
      { key: "number", heading: t("no"), kind: "number", width: 4 },
      { key: "title", heading: terms("noun.activity"), width: 40, ...text },
      { key: "stage", heading: terms("noun.stage"), width: 22, ...text },
      { key: "priorities", heading: t("priorities"), width: 26, ...text },
    ],
    rows: entries.map((entry, index) => ({
      isSample: entry.isSample,
      cells: [
        index + 1,
        codedTitle(words, entry),
        lines(language, [stageRuns(words, entry), countedRuns(words, entry)]),
        priorityRuns(words, entry.priorities),
      ],
    })),
    titleKey: "title",
    empty: say(language, empty),
  };
}

/** Activities with partners, for the meetings with them. */
export function partnersTable(
  words: DocumentWords,
  entries: readonly ReportEntry[],
  periodOf: Map<number, Names>,
): ReportTable {
  const { t, terms, language } = words;
  const text = { kind: "text" } as const;
  return {
    key: "partners",
    name: t("partnersSheet"),
    columns: [
      { key: "number", heading: t("no"), kind: "number", width: 4 },
      { key: "partner", heading: t("partner"), width: 16, ...text },
      { key: "period", heading: terms("noun.period"), width: 14, ...text },
      { key: "title", heading: terms("noun.activity"), width: 50, ...text },
    ],
    rows: entries.map((entry, index) => ({
      isSample: entry.isSample,
      cells: [
        index + 1,
        nameRuns(language, entry.partner ?? { en: null, lo: null }),
        nameRuns(language, periodOf.get(entry.planId) ?? { en: null, lo: null }),
        codedTitle(words, entry),
      ],
    })),
    titleKey: "title",
    empty: say(language, t("noPartners")),
  };
}

/**
 * The issues of each entry, then the decisions that its reports seek from this meeting (from any
 * meeting if none is chosen).
 */
export function decisionBlocks(
  words: DocumentWords,
  entries: readonly ReportEntry[],
  meetingCode: string | null,
): ReportBlock[] {
  const { language, t } = words;
  const named = (entry: ReportEntry, runs: Runs) =>
    joined(
      language,
      [[{ lang: "en", text: entry.code, ...(entry.isSample ? { marks: ["sample"] } : {}) }], runs],
      ": ",
    );
  const issues = entries.flatMap((entry) => {
    const runs = lines(language, [
      reasonRuns(words, entry),
      entry.update?.issues ? writtenRuns(language, entry.update.issues, isInvented(entry)) : null,
    ]);
    return runs.length > 0 ? [named(entry, runs)] : [];
  });
  const items = entries.flatMap((entry) =>
    entry.sought
      .filter((sought) => meetingCode === null || sought.meetingCode === null || sought.meetingCode === meetingCode)
      .map((sought) => {
        const day = documentDay(sought.reportedOn);
        const meeting = sought.meetingCode && meetingText(words, sought.meetingCode);
        const asked = meeting ? t("askedFor", { meeting, day }) : t("askedOn", { day });
        const runs = writtenRuns(language, sought.text, sought.isSample && !entry.isSample);
        return { runs: named(entry, runs), reference: say(language, asked) };
      }),
  );
  return [
    { kind: "heading", level: 2, runs: say(language, t("issuesPart")) },
    issues.length > 0 ? { kind: "list", items: issues } : { kind: "paragraph", runs: say(language, t("noIssues")) },
    { kind: "heading", level: 2, runs: say(language, t("soughtPart")) },
    { kind: "decisions_sought", items, empty: say(language, t("noSought")) },
  ];
}
