import type { Stage, Status } from "@/domain/lifecycle";
import type { Cell, ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta } from "@/features/reports/layout/frame";
import { joined, lines, nameText, say, titleRuns } from "@/features/reports/layout/runs";

type Names = { en: string | null; lo: string | null };

/** The matrix as its query returns it. */
export type LineageData = {
  rows: readonly {
    id: number;
    code: string;
    titleEn: string | null;
    titleLo: string | null;
    original: Locale;
    isSample: boolean;
    years: number;
  }[];
  cells: readonly LineageEntry[];
  years: readonly ({ id: number } & Names)[];
  /** The filters of the matrix, each with its label. */
  selection: readonly { label: string; value: Runs }[];
};

type LineageEntry = {
  activityId: number;
  periodId: number;
  partner: string | null;
  stage: Stage | null;
  status: Status | null;
  phase: number | null;
  carriedFromId: number | null;
  isMerged: boolean;
};

/**
 * One activity in one period: partner, stage, status, phase, and whether it was carried over or
 * merged.
 */
function entryRuns(words: DocumentWords, entry: LineageEntry): Runs {
  const { language, terms, years } = words;
  const { partner, stage, status, phase } = entry;
  const parts = [
    partner && say("en", partner),
    stage && say(language, terms(`stage.${stage}`)),
    status && say(language, terms(`statusShort.${status}`)),
    phase && say(language, years("carryOver.phase", { phase })),
    entry.carriedFromId !== null && say(language, years("lineage.carried")),
    entry.isMerged && say(language, years("lineage.merged")),
  ].map((part) => part || null);
  const runs = joined(language, parts, " · ");
  return runs.length > 0 ? runs : say(language, years("lineage.listed"));
}

/** Composes the lineage matrix: one row per activity, one column per period. */
export function composeLineage(frame: DocumentFrame, { rows, cells, years, selection }: LineageData): ReportModel {
  const { words } = frame;
  const { language, terms } = words;
  const title = words.reports("kind.activity_lineage");
  const columns: ReportColumn[] = [
    { key: "code", heading: terms("noun.code"), kind: "text", width: 8 },
    { key: "title", heading: terms("noun.activity"), kind: "text", width: 34 },
    ...years.map(({ id, en, lo }): ReportColumn => {
      const lang = language === "lo" && lo === null ? ("en" as const) : undefined;
      return {
        key: `p${id}`,
        heading: nameText(language, { en, lo }),
        kind: "text",
        width: 16,
        ...(lang ? { lang } : {}),
      };
    }),
  ];
  const found = new Map<string, LineageEntry[]>();
  for (const cell of cells) {
    const key = `${cell.activityId}:${cell.periodId}`;
    found.set(key, [...(found.get(key) ?? []), cell]);
  }
  const cellOf = (activityId: number, periodId: number): Cell => {
    const entries = found.get(`${activityId}:${periodId}`);
    return entries
      ? lines(
          language,
          entries.map((entry) => entryRuns(words, entry)),
        )
      : null;
  };
  const table: ReportTable = {
    key: "lineage",
    name: title,
    columns,
    titleKey: "title",
    orientation: "landscape",
    rows: rows.map(({ id, code, titleEn, titleLo, original, isSample }) => ({
      isSample,
      cells: [
        say("en", code),
        titleRuns(language, { title: { en: titleEn, lo: titleLo }, original, isSample }),
        ...years.map((year) => cellOf(id, year.id)),
      ],
    })),
    empty: say(language, words.t("empty")),
  };
  return framed(frame, {
    kind: "activity_lineage",
    title: { lang: language, text: title },
    subtitle: null,
    meta: [
      ...selection,
      { label: words.t("selection"), value: say(language, words.t("rows", { count: rows.length })) },
      madeAtMeta(frame),
    ],
    blocks: [{ kind: "table", table }],
  });
}
