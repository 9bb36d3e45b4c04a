import type { Cell, ReportColumn, ReportModel, ReportRow, ReportTable, TitledList } from "@/domain/report-model";
import {
  countedRuns,
  dayCell,
  outcomeRuns,
  priorityRuns,
  proponentRuns,
  reasonRuns,
  stageRuns,
} from "@/features/reports/layout/cells";
import { countLines, countWarnings } from "@/features/reports/layout/counts";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta, sourceList } from "@/features/reports/layout/frame";
import { joined, lines, nameRuns, say, titleRuns } from "@/features/reports/layout/runs";
import type { ReportEntry, ReportPlan } from "@/features/reports/report-data";

export type MatrixData = {
  plans: readonly ReportPlan[];
  entries: readonly ReportEntry[];
  /** True if the reader may not see some rows of the plans. */
  isPartial: boolean;
};

type Column = ReportColumn & { cell: (entry: ReportEntry, plan: ReportPlan, index: number) => Cell };

function titleCell(words: DocumentWords, entry: ReportEntry): Cell {
  return lines(words.language, [
    titleRuns(words.language, entry),
    entry.isConfidential ? say(words.language, words.t("confidential")) : null,
  ]);
}

function columnsOf(words: DocumentWords, hasSeveralPlans: boolean): Column[] {
  const { t, terms, language } = words;
  const column = (
    key: string,
    heading: string,
    width: number,
    cell: Column["cell"],
    kind: Column["kind"] = "text",
  ) => ({
    key,
    heading,
    kind,
    width,
    cell,
  });
  const plan = column("plan", t("plan"), 14, (_entry, of) => nameRuns(language, of.partner ?? of.period.names));
  return [
    column("number", t("no"), 4, (_entry, _plan, index) => index + 1, "number"),
    column("code", terms("noun.code"), 8, ({ code }) => say("en", code)),
    column("title", terms("noun.activity"), 29, (entry) => titleCell(words, entry)),
    ...(hasSeveralPlans ? [plan] : []),
    column("proponent", t("proponent"), 13, ({ parties }) => proponentRuns(words, parties)),
    column("outcome", terms("noun.outcome"), 9, (entry, of) => outcomeRuns(words, entry, of.masterplan?.code ?? null)),
    column("stage", terms("noun.stage"), 17, (entry, of) =>
      lines(language, [
        stageRuns(words, entry),
        priorityRuns(words, entry.priorities),
        of.official.length > 0 ? countedRuns(words, entry) : null,
      ]),
    ),
    column("status", terms("noun.status"), 11, ({ status }) => status && say(language, terms(`status.${status}`))),
    column("schedule", terms("noun.schedule"), 17, (entry) =>
      entry.schedule
        ? lines(language, [say(language, terms(`schedule.${entry.schedule}`)), reasonRuns(words, entry)])
        : null,
    ),
    column("progress", t("progress"), 11, ({ progress }) => progress, "percent"),
    column("start", t("start"), 11, ({ plannedStartOn }) => dayCell(plannedStartOn), "day"),
    column("end", t("end"), 11, ({ plannedEndOn }) => dayCell(plannedEndOn), "day"),
    column("budget", t("budget"), 11, ({ budgetUsd }) => budgetUsd, "usd"),
  ];
}

/** Every entry of the plans that the reader may see. */
export function matrixTable(words: DocumentWords, { plans, entries }: MatrixData): ReportTable {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const used = new Set(entries.map(({ planId }) => planId));
  const columns = columnsOf(words, used.size > 1);
  const rows = entries.flatMap((entry, index): ReportRow[] => {
    const plan = planOf.get(entry.planId);
    return plan ? [{ isSample: entry.isSample, cells: columns.map(({ cell }) => cell(entry, plan, index)) }] : [];
  });
  return {
    key: "matrix",
    name: words.t("matrixSheet"),
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows,
    titleKey: "title",
    empty: say(words.language, words.t("empty")),
    orientation: "landscape",
  };
}

/** Names of the short codes in the column. */
function outcomeList(words: DocumentWords, { plans, entries }: MatrixData): TitledList {
  const masterplan = plans[0]?.masterplan?.code ?? null;
  const named = new Map(
    entries
      .flatMap(({ outcomes }) => outcomes)
      .sort((a, b) => a.masterplan.localeCompare(b.masterplan, "en", { numeric: true }) || a.ordinal - b.ordinal)
      .map((outcome) => {
        const code = words.t("outcomeCode", { number: outcome.ordinal });
        const key = outcome.masterplan === masterplan ? code : `${outcome.masterplan} ${code}`;
        return [key, joined("en", [say("en", key), nameRuns(words.language, outcome.names)], " – ")] as const;
      }),
  );
  return { heading: words.t("outcomes"), items: [...named.values()] };
}

/**
 * Composes the work plan matrix: one table on landscape pages, with the counts above and names and
 * sources below.
 */
export function composeMatrix(frame: DocumentFrame, data: MatrixData): ReportModel {
  const { words } = frame;
  const { language, t } = words;
  const table = matrixTable(words, data);
  const frames = data.plans.filter((plan) => plan.isFrame).map(() => say(language, t("frame")));
  const remarks = [...frames, ...(data.isPartial ? [say(language, t("ownOnly"))] : [])];
  const official = data.plans.flatMap((plan) => [...plan.official.map(({ source }) => source), ...plan.sources]);
  const [first] = data.plans;
  return framed(frame, {
    kind: "work_plan_matrix",
    title: { lang: language, text: words.reports("kind.work_plan_matrix") },
    subtitle:
      data.plans.length === 1 && first
        ? nameRuns(language, first.title)
        : first
          ? nameRuns(language, first.period.names)
          : null,
    meta: [
      ...(first ? [{ label: words.terms("noun.period"), value: nameRuns(language, first.period.names) }] : []),
      { label: t("selection"), value: say(language, t("rows", { count: table.rows.length })) },
      madeAtMeta(frame),
    ],
    blocks: [
      { kind: "list", items: countLines(words, data.plans) },
      { kind: "table", table },
    ],
    warnings: countWarnings(words, data.plans, { state: null, entries: data.entries }),
    notes: [outcomeList(words, data), sourceList(words, official), { heading: t("remarks"), items: remarks }].filter(
      (list) => list.items.length > 0,
    ),
  });
}
