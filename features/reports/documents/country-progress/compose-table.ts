import type { Cell, ReportColumn, ReportTable } from "@/domain/report-model";
import { dayCell, isInvented, labelled, outcomeRuns, partiesRuns, statusRuns } from "@/features/reports/layout/cells";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { lines, nameRuns, nameText, say, titleRuns, writtenRuns } from "@/features/reports/layout/runs";
import type { ReportEntry, ReportPlan } from "@/features/reports/report-data";

type Column = ReportColumn & { cell: (entry: ReportEntry, index: number) => Cell; always?: boolean };

/** An upright page has room for this many columns. */
const uprightColumns = 7;

/** Share of the approved budget that has been paid out, in percent. */
function disbursedShare({ budgetUsd, disbursedUsd }: ReportEntry): number | null {
  if (budgetUsd === null || budgetUsd === 0 || disbursedUsd === null) return null;
  return Math.round((disbursedUsd / budgetUsd) * 1000) / 10;
}

/** The code of the entry with its title below. */
export function codedTitle(words: DocumentWords, entry: ReportEntry) {
  return lines(words.language, [say("en", entry.code), titleRuns(words.language, entry)]);
}

/**
 * Text of the newest report. The progress is included only if the document has no narrative part.
 */
function reportCell(words: DocumentWords, entry: ReportEntry, hasNarrative: boolean): Cell {
  const { update } = entry;
  if (!update) return null;
  const { language, t } = words;
  const mark = isInvented(entry);
  return lines(language, [
    hasNarrative ? null : nameRuns(language, update.text, mark ? ["sample"] : []),
    update.issues ? labelled(words, t("issues"), writtenRuns(language, update.issues, mark)) : null,
    update.nextSteps ? labelled(words, t("nextSteps"), writtenRuns(language, update.nextSteps, mark)) : null,
  ]);
}

function columnsOf(words: DocumentWords, plan: ReportPlan, hasNarrative: boolean): Column[] {
  const { t, terms } = words;
  const column = (key: string, heading: string, width: number, cell: Column["cell"], more: Partial<Column> = {}) => ({
    key,
    heading,
    width,
    cell,
    kind: "text" as const,
    ...more,
  });
  const heading = t(hasNarrative ? "issuesAndNext" : "reportIssuesAndNext");
  return [
    column("number", t("no"), 4, (_entry, index) => index + 1, { kind: "number", always: true }),
    column("title", terms("noun.activity"), 30, (entry) => codedTitle(words, entry), { always: true }),
    column("outcome", terms("noun.outcome"), 9, (entry) => outcomeRuns(words, entry, plan.masterplan?.code ?? null)),
    column("parties", t("parties"), 22, (entry) => partiesRuns(words, entry)),
    column("budget", t("budget"), 11, ({ budgetUsd }) => budgetUsd, { kind: "usd" }),
    column("disbursed", t("disbursed"), 9, disbursedShare, { kind: "percent" }),
    column("start", t("start"), 11, ({ plannedStartOn }) => dayCell(plannedStartOn), { kind: "day" }),
    column("end", t("end"), 11, ({ plannedEndOn }) => dayCell(plannedEndOn), { kind: "day" }),
    column("status", t("statusAndSchedule"), 15, (entry) => statusRuns(words, entry), { always: true }),
    column("progress", t("progress"), 11, ({ progress }) => progress, { kind: "percent", always: true }),
    column("report", heading, 24, (entry) => reportCell(words, entry, hasNarrative), { always: true }),
  ];
}

const isBlank = (cell: Cell) => cell === null || (Array.isArray(cell) && cell.length === 0);

/**
 * Progress table of a state's entries in one plan. Empty columns are left out; a table with many
 * columns is printed on landscape pages.
 * @param hasNarrative true if the document also describes each activity in prose
 */
export function progressTable(
  words: DocumentWords,
  plan: ReportPlan,
  entries: readonly ReportEntry[],
  options: { hasNarrative: boolean; empty: string },
): ReportTable {
  const columns = columnsOf(words, plan, options.hasNarrative);
  const rows = entries.map((entry, index) => columns.map(({ cell }) => cell(entry, index)));
  const isKept = columns.map((column, at) => column.always || rows.some((cells) => !isBlank(cells[at] ?? null)));
  const shown = columns.filter((_column, at) => isKept[at]);
  return {
    key: "progress",
    name: `${words.t("progressSheet")} ${nameText(words.language, plan.period.names)}`,
    columns: shown.map(({ cell: _cell, always: _always, ...column }) => column),
    rows: rows.map((cells, row) => ({
      isSample: entries[row]?.isSample ?? false,
      cells: cells.filter((_cell, at) => isKept[at]),
    })),
    titleKey: "title",
    empty: say(words.language, options.empty),
    ...(shown.length > uprightColumns ? { orientation: "landscape" as const } : {}),
  };
}
