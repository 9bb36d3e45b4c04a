import { isBodyCode, type Schedule, type Stage, type Status } from "@/domain/lifecycle";
import type { ListedColumn } from "@/domain/listed-columns";
import type { Cell, ReportColumn, ReportModel, ReportRow, ReportTable, Runs } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { dayCell } from "@/features/reports/layout/cells";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta } from "@/features/reports/layout/frame";
import { joined, lines, nameRuns, say, titleRuns, writtenRuns } from "@/features/reports/layout/runs";

/** The printed fields of a row of the activities table. */
export type ListedRow = {
  code: string;
  titleEn: string | null;
  titleLo: string | null;
  original: Locale;
  isSample: boolean;
  plan: { periodEn: string; periodLo: string | null; partner: string | null };
  lead: { nameEn: string; nameLo: string | null } | null;
  stage: Stage | null;
  stageBody: string | null;
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  progress: number | null;
  updatedOn: string | null;
  startOn: string | null;
  endOn: string | null;
  budgetUsd: string | null;
};

export type ListData = {
  rows: readonly ListedRow[];
  /** The columns shown on the page, in their order. */
  columns: readonly ListedColumn[];
  /** The filters and the order of the list, each with its label. */
  selection: readonly { label: string; value: Runs }[];
};

type Column = Omit<ReportColumn, "key"> & { cell: (row: ListedRow) => Cell };

function stageRuns({ terms, language }: DocumentWords, stage: Stage, stageBody: string | null): Runs {
  if (stageBody === null || stage === "draft" || stage === "submitted") return say(language, terms(`stage.${stage}`));
  const body = isBodyCode(stageBody) ? terms(`byBody.${stageBody}`) : stageBody;
  return say(language, terms(`stageBy.${stage}`, { body }));
}

/**
 * Caches runs by key. Thousands of rows share a few texts, and shared objects also make the
 * transfer to the worker thread smaller.
 */
function cachedRuns(): (key: string, makeRuns: () => Runs) => Runs {
  const cache = new Map<string, Runs>();
  return (key, makeRuns) => {
    const runs = cache.get(key) ?? makeRuns();
    cache.set(key, runs);
    return runs;
  };
}

function columnsOf(words: DocumentWords): Record<ListedColumn, Column> {
  const { t, terms, language } = words;
  const once = cachedRuns();
  const text = (heading: string, width: number, cell: Column["cell"]): Column => ({
    heading,
    width,
    cell,
    kind: "text",
  });
  const day = (heading: string, value: (row: ListedRow) => string | null): Column => ({
    heading,
    width: 11,
    kind: "day",
    cell: (row) => dayCell(value(row)),
  });
  const noun = (key: "code" | "activity" | "workPlan" | "leadState") => terms(`noun.${key}`);
  return {
    code: text(noun("code"), 8, ({ code }) => say("en", code)),
    title: text(noun("activity"), 34, ({ titleEn, titleLo, original, isSample }) =>
      titleRuns(language, { title: { en: titleEn, lo: titleLo }, original, isSample }),
    ),
    plan: text(noun("workPlan"), 14, ({ plan }) =>
      once(`plan ${plan.periodEn} ${plan.periodLo} ${plan.partner}`, () =>
        joined(
          language,
          [nameRuns(language, { en: plan.periodEn, lo: plan.periodLo }), plan.partner ? say("en", plan.partner) : null],
          " · ",
        ),
      ),
    ),
    lead: text(
      noun("leadState"),
      16,
      ({ lead }) =>
        lead &&
        once(`lead ${lead.nameEn} ${lead.nameLo}`, () => nameRuns(language, { en: lead.nameEn, lo: lead.nameLo })),
    ),
    stage: text(
      terms("noun.stage"),
      17,
      ({ stage, stageBody }) => stage && once(`stage ${stage} ${stageBody}`, () => stageRuns(words, stage, stageBody)),
    ),
    status: text(
      terms("noun.status"),
      14,
      ({ status }) => status && once(`status ${status}`, () => say(language, terms(`status.${status}`))),
    ),
    schedule: text(terms("noun.schedule"), 17, ({ schedule, scheduleReason }) =>
      schedule
        ? lines(language, [
            once(`schedule ${schedule}`, () => say(language, terms(`schedule.${schedule}`))),
            scheduleReason && schedule !== "on_track" ? writtenRuns(language, scheduleReason, false) : null,
          ])
        : null,
    ),
    progress: { heading: t("progress"), width: 11, kind: "percent", cell: ({ progress }) => progress },
    updated: day(terms("noun.updated"), ({ updatedOn }) => updatedOn),
    start: day(t("start"), ({ startOn }) => startOn),
    end: day(t("end"), ({ endOn }) => endOn),
    budget: {
      heading: t("budget"),
      width: 11,
      kind: "usd",
      cell: ({ budgetUsd }) => (budgetUsd === null ? null : Number(budgetUsd)),
    },
  };
}

export type ListTable = {
  /** The model without its rows. */
  table: ReportTable;
  rowOf: (row: ListedRow) => ReportRow;
};

/** The table of the list. Its rows may arrive in batches. */
export function activityTable(words: DocumentWords, columns: readonly ListedColumn[]): ListTable {
  const known = columnsOf(words);
  const shown = columns.map((key) => ({ key, ...known[key] }));
  const table: ReportTable = {
    key: "activities",
    name: words.reports("kind.activity_list"),
    columns: shown.map(({ cell: _cell, ...column }) => column),
    rows: [],
    titleKey: "title",
    empty: say(words.language, words.t("empty")),
    orientation: "landscape",
  };
  return { table, rowOf: (row) => ({ isSample: row.isSample, cells: shown.map(({ cell }) => cell(row)) }) };
}

/**
 * Composes the activities list with the filters, order and columns of the page, over all its pages.
 */
export function composeActivityList(frame: DocumentFrame, { rows, columns, selection }: ListData): ReportModel {
  const { words } = frame;
  const { table, rowOf } = activityTable(words, columns);
  return framed(frame, {
    kind: "activity_list",
    title: { lang: words.language, text: table.name },
    subtitle: null,
    meta: [
      ...selection,
      { label: words.t("selection"), value: say(words.language, words.t("rows", { count: rows.length })) },
      madeAtMeta(frame),
    ],
    blocks: [{ kind: "table", table: { ...table, rows: rows.map(rowOf) } }],
  });
}
