import { chartedStatuses } from "@/domain/chart-steps";
import { stages } from "@/domain/lifecycle";
import type { ReportBlock, ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import { countLines, countWarnings } from "@/features/reports/layout/counts";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta, sourceList } from "@/features/reports/layout/frame";
import { nameRuns, nameText, say } from "@/features/reports/layout/runs";
import type { ReportPlan } from "@/features/reports/report-data";
import { documentDay } from "@/i18n/format";
import type { GroupCount } from "@/server/register/count-entries";
import type { EntryLine } from "@/server/register/entry-lines";
import type { Overview } from "@/server/register/read-overview";
import { outcomeBlocks, partnerBlocks, stateBlocks, statusWord, yearBlocks } from "./compose-charts";
import { attentionTable, changesTable, entriesTable } from "./compose-rows";

export type YearlyData = {
  overview: Overview;
  byPartner: readonly GroupCount[];
  entries: readonly EntryLine[];
  plans: readonly ReportPlan[];
};

const column = (key: string, heading: string, width: number, kind: ReportColumn["kind"] = "number"): ReportColumn => ({
  key,
  heading,
  width,
  kind,
});

const sum = (rows: readonly { total: number }[]) => rows.reduce((all, row) => all + row.total, 0);

/** Approved entries by status, and those at risk or delayed, compared with the last meeting. */
function statusTable(words: DocumentWords, { axes, past, period }: Overview): ReportTable {
  const { language, overview, yearly, terms } = words;
  const own = axes.filter((row) => row.period === period.code && row.stage === "approved");
  const counts = (is: (row: { status: string | null; schedule: string | null }) => boolean) => {
    const now = sum(own.filter(is));
    const before = past && sum(past.filter(is));
    return before === null ? [now] : [now, before, now - before];
  };
  const statuses = chartedStatuses.map((status) => ({
    name: statusWord(words, status),
    counts: counts((row) => (row.status ?? "none") === status),
  }));
  const schedules = (["at_risk", "delayed"] as const).map((schedule) => ({
    name: terms(`schedule.${schedule}`),
    counts: counts((row) => row.schedule === schedule),
  }));
  const all = { name: overview("total"), counts: counts(() => true) };
  const thenColumns = [column("then", yearly("atMeeting"), 14), column("change", yearly("change"), 10)];
  return {
    key: "status",
    name: overview("strip.title"),
    titleKey: "name",
    columns: [
      column("name", terms("noun.status"), 26, "text"),
      column("now", yearly("now"), 10),
      ...(past ? thenColumns : []),
    ],
    rows: [...statuses, all, ...schedules].map(({ name, counts: cells }) => ({
      isSample: false,
      cells: [say(language, name), ...cells],
    })),
    empty: say(language, yearly("noRows")),
  };
}

/** Entries by stage, of the period and of the adjacent cycle. */
function stageTable(words: DocumentWords, { axes, period, beside }: Overview): ReportTable {
  const { language, overview, yearly, terms } = words;
  const periods = beside ? [period, beside] : [period];
  const rows = [...stages, null].map((stage) => ({
    name: stage === null ? overview("cycles.noStage") : terms(`stage.${stage}`),
    counts: periods.map(({ code }) => sum(axes.filter((row) => row.period === code && row.stage === stage))),
  }));
  return {
    key: "stages",
    name: overview("cycles.table"),
    titleKey: "name",
    columns: [
      column("name", terms("noun.stage"), 26, "text"),
      ...periods.map(({ code, nameEn: en, nameLo: lo }) => column(code, nameText(language, { en, lo }), 12)),
    ],
    rows: rows
      .filter(({ counts }) => counts.some((count) => count > 0))
      .map(({ name, counts }) => ({ isSample: false, cells: [say(language, name), ...counts] })),
    empty: say(language, yearly("noRows")),
  };
}

/** The reference date of the document, in words. */
function referenceDateRuns(
  { language, overview }: DocumentWords,
  { day, isOver, meeting }: Overview["referenceDate"],
): Runs {
  const printed = documentDay(day);
  if (!isOver) return say(language, printed);
  if (!meeting) return say(language, overview("referenceDate.lastDay", { day: printed }));
  const name = nameText(language, { en: meeting.titleEn, lo: meeting.titleLo });
  return say(language, overview("referenceDate.meeting", { meeting: name, day: printed }));
}

/**
 * Composes the yearly progress for managers: the numbers of the overview, then the rows behind
 * them.
 */
export function composeYearly(frame: DocumentFrame, data: YearlyData): ReportModel {
  const { words } = frame;
  const { language, overview: o, yearly, list, t } = words;
  const { overview, byPartner, entries, plans } = data;
  const heading = (text: string): ReportBlock => ({ kind: "heading", level: 1, runs: say(language, text) });
  const table = (one: ReportTable): ReportBlock => ({ kind: "table", table: one });
  const { nameEn: en, nameLo: lo } = overview.period;
  const official = plans.flatMap((plan) => [...plan.official.map(({ source }) => source), ...plan.sources]);
  const remarks = overview.ownState ? [say(language, o("ownOnly"))] : [];
  return framed(frame, {
    kind: "yearly_progress",
    title: { lang: language, text: words.reports("kind.yearly_progress") },
    subtitle: nameRuns(language, { en, lo }),
    meta: [
      { label: words.terms("noun.period"), value: nameRuns(language, { en, lo }) },
      { label: yearly("referenceDate"), value: referenceDateRuns(words, overview.referenceDate) },
      { label: list("signal.silent"), value: say(language, yearly("overDays", { days: overview.silentAfter })) },
      madeAtMeta(frame),
    ],
    warnings: countWarnings(words, plans, { state: null, entries: [] }),
    blocks: [
      heading(o("official.title")),
      { kind: "list", items: countLines(words, plans) },
      heading(o("strip.title")),
      table(statusTable(words, overview)),
      heading(o("cycles.table")),
      table(stageTable(words, overview)),
      ...yearBlocks(words, overview),
      ...stateBlocks(words, overview),
      ...outcomeBlocks(words, overview),
      ...partnerBlocks(words, byPartner),
      heading(o("attention.title")),
      table(attentionTable(words, overview.attention)),
      heading(yearly("changes")),
      table(changesTable(words, overview.changes)),
      heading(yearly("entries")),
      table(entriesTable(words, entries)),
    ],
    notes: [sourceList(words, official), { heading: t("remarks"), items: remarks }].filter(
      ({ items }) => items.length > 0,
    ),
  });
}
