import type { Status } from "@/domain/lifecycle";
import type { Cell, ReportColumn, ReportTable, Runs } from "@/domain/report-model";
import { dayCell } from "@/features/reports/layout/cells";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { lines, nameRuns, say, writtenRuns } from "@/features/reports/layout/runs";
import type { AttentionLine, ChangedLine, EntryLine, Past } from "@/server/register/entry-lines";

type Column<L> = ReportColumn & { cell: (line: L) => Cell };

function tableOf<L extends EntryLine>(
  words: DocumentWords,
  { key, name, empty }: { key: string; name: string; empty: string },
  columns: readonly Column<L>[],
  rows: readonly L[],
): ReportTable {
  return {
    key,
    name,
    titleKey: "title",
    orientation: "landscape",
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: rows.map((line) => ({ isSample: line.isSample, cells: columns.map(({ cell }) => cell(line)) })),
    empty: say(words.language, empty),
  };
}

const text = <L>(key: string, heading: string, width: number, cell: (line: L) => Cell): Column<L> => ({
  key,
  heading,
  width,
  cell,
  kind: "text",
});

/** Code, title and lead of each row. */
function leading<L extends EntryLine>(words: DocumentWords): Column<L>[] {
  const { language, terms, t } = words;
  return [
    text("code", terms("noun.code"), 8, ({ code }) => say("en", code)),
    text("title", terms("noun.activity"), 34, ({ titleEn, titleLo, isConfidential }) =>
      lines(language, [
        nameRuns(language, { en: titleEn, lo: titleLo }),
        isConfidential ? say(language, t("confidential")) : null,
      ]),
    ),
    text("lead", terms("noun.leadState"), 13, ({ stateEn, stateLo }) =>
      nameRuns(language, { en: stateEn, lo: stateLo }),
    ),
  ];
}

const statusCell = ({ language, terms }: DocumentWords, status: Status | null): Runs | null =>
  status && say(language, terms(`status.${status}`));

/** Every entry of the period. */
export function entriesTable(words: DocumentWords, rows: readonly EntryLine[]): ReportTable {
  const { language, terms, t, yearly } = words;
  const columns: Column<EntryLine>[] = [
    ...leading<EntryLine>(words),
    text("stage", terms("noun.stage"), 13, ({ stage }) => stage && say(language, terms(`stage.${stage}`))),
    text("status", terms("noun.status"), 15, ({ status }) => statusCell(words, status)),
    text("schedule", terms("noun.schedule"), 12, ({ schedule }) =>
      schedule ? say(language, terms(`schedule.${schedule}`)) : null,
    ),
    { key: "progress", heading: t("progress"), kind: "percent", width: 9, cell: ({ progress }) => progress },
    {
      key: "updated",
      heading: terms("noun.updated"),
      kind: "day",
      width: 11,
      cell: (line) => dayCell(line.lastReportedOn),
    },
  ];
  return tableOf(words, { key: "entries", name: yearly("entries"), empty: t("empty") }, columns, rows);
}

/** Entries with signals, such as overdue or silent. */
export function attentionTable(words: DocumentWords, rows: readonly AttentionLine[]): ReportTable {
  const { language, terms, t, list, overview } = words;
  const columns: Column<AttentionLine>[] = [
    ...leading<AttentionLine>(words),
    text("why", overview("attention.title"), 20, ({ signals }) =>
      say(language, signals.map((signal) => list(`signal.${signal}`)).join(", ")),
    ),
    text("reason", t("reason"), 24, ({ scheduleReason, schedule, isSample }) =>
      scheduleReason && schedule !== "on_track" ? writtenRuns(language, scheduleReason, isSample) : null,
    ),
    { key: "start", heading: t("start"), kind: "day", width: 11, cell: (line) => dayCell(line.plannedStartOn) },
    { key: "end", heading: t("end"), kind: "day", width: 11, cell: (line) => dayCell(line.plannedEndOn) },
    {
      key: "updated",
      heading: terms("noun.updated"),
      kind: "day",
      width: 11,
      cell: (line) => dayCell(line.lastReportedOn),
    },
  ];
  const name = overview("attention.title");
  return tableOf(words, { key: "attention", name, empty: overview("attention.none") }, columns, rows);
}

/** Stage, status and schedule in words, one below the other. */
function stateRuns({ language, terms }: DocumentWords, { stage, status, schedule }: Past, nothing: string): Runs {
  const parts = [
    stage && say(language, terms(`stage.${stage}`)),
    status && say(language, terms(`status.${status}`)),
    schedule && say(language, terms(`schedule.${schedule}`)),
  ];
  return parts.some(Boolean) ? lines(language, parts) : say(language, nothing);
}

/** Entries whose stage, status or schedule changed since the last meeting. */
export function changesTable(words: DocumentWords, rows: readonly ChangedLine[]): ReportTable {
  const { overview, yearly } = words;
  const columns: Column<ChangedLine>[] = [
    ...leading<ChangedLine>(words),
    text("before", yearly("before"), 18, ({ past }) => stateRuns(words, past, overview("changes.notYet"))),
    text("after", yearly("after"), 18, (line) => stateRuns(words, line, "–")),
    {
      key: "changed",
      heading: yearly("changedOn"),
      kind: "day",
      width: 11,
      cell: ({ changedAt }) => dayCell(changedAt),
    },
  ];
  const name = yearly("changes");
  return tableOf(words, { key: "changes", name, empty: overview("changes.none") }, columns, rows);
}
