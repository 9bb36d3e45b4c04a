import { type ChartedStatus, chartedStatuses, stepOfStatus } from "@/domain/chart-steps";
import type { Cell, ReportBlock, ReportChart, ReportColumn, Runs } from "@/domain/report-model";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { nameRuns, say } from "@/features/reports/layout/runs";
import type { Names } from "@/features/reports/report-data";
import type { GroupCount } from "@/server/register/count-entries";
import type { Overview } from "@/server/register/read-overview";

type Count = Pick<GroupCount, "status" | "total" | "samples">;
/** One bar with its name and counts. A code is given if names are long; it then labels the bar. */
type Bar = { code?: string; name: Runs; counts: readonly Count[] };

const column = (key: string, heading: string, width: number, kind: ReportColumn["kind"] = "number"): ReportColumn => ({
  key,
  heading,
  width,
  kind,
});

/** Short form of a status, for narrow columns. */
export const statusWord = ({ terms, overview }: DocumentWords, status: ChartedStatus): string =>
  status === "none" ? overview("notRecorded") : terms(`statusShort.${status}`);

const sumOf = (counts: readonly Count[], field: "total" | "samples") =>
  counts.reduce((sum, row) => sum + row[field], 0);

/**
 * A heading, a chart by status and the table below it: counts by status, the total, and the number
 * of samples.
 */
function chartBlocks(
  words: DocumentWords,
  key: string,
  title: string,
  noun: string,
  bars: readonly Bar[],
): ReportBlock[] {
  const { language, overview, yearly } = words;
  const hasCodes = bars.some((bar) => bar.code !== undefined);
  const used = chartedStatuses.filter((status) =>
    bars.some(({ counts }) => counts.some((row) => (row.status ?? "none") === status && row.total > 0)),
  );
  const chart: ReportChart = {
    categoryKey: hasCodes ? "code" : "name",
    series: used.map((status) => ({ columnKey: status, step: stepOfStatus[status] })),
    table: {
      key,
      name: title,
      titleKey: "name",
      columns: [
        ...(hasCodes ? [column("code", words.terms("noun.code"), 7, "text")] : []),
        column("name", noun, hasCodes ? 30 : 20, "text"),
        ...used.map((status) => column(status, statusWord(words, status), 10)),
        column("total", overview("total"), 8),
        column("samples", yearly("ofWhichSamples"), 10),
      ],
      rows: bars.map(({ code, name, counts }) => {
        const cells: Cell[] = [
          name,
          ...used.map((status) =>
            sumOf(
              counts.filter((row) => (row.status ?? "none") === status),
              "total",
            ),
          ),
          sumOf(counts, "total"),
          sumOf(counts, "samples"),
        ];
        return { isSample: false, cells: hasCodes ? [say("en", code ?? "–"), ...cells] : cells };
      }),
      empty: say(language, yearly("noRows")),
    },
  };
  return [
    { kind: "heading", level: 1, runs: say(language, title) },
    { kind: "chart", chart },
  ];
}

/** The distinct groups of the counts, in the order in which they first occur. */
function groupsOf(rows: readonly GroupCount[]): { code: string; names: Names }[] {
  const groups = new Map<string, Names>();
  for (const { code, nameEn, nameLo } of rows) if (code !== null) groups.set(code, { en: nameEn, lo: nameLo });
  return [...groups].map(([code, names]) => ({ code, names }));
}

function withNone(bars: Bar[], rows: readonly GroupCount[], name: Runs): Bar[] {
  const counts = rows.filter((row) => row.code === null);
  return counts.length > 0 ? [...bars, { name, counts }] : bars;
}

/** Approved entries of each work cycle up to that of the report. */
export function yearBlocks(words: DocumentWords, { axes, cycles, period }: Overview): ReportBlock[] {
  const bars = cycles
    .filter((cycle) => cycle.startsOn <= period.endsOn)
    .map(({ code, nameEn: en, nameLo: lo }) => ({
      name: nameRuns(words.language, { en, lo }),
      counts: axes.filter((row) => row.period === code && row.stage === "approved"),
    }));
  return chartBlocks(words, "years", words.overview("years.title"), words.terms("noun.period"), bars);
}

/**
 * Approved entries of each member state. In a focal point's report, the states that lead its own
 * entries.
 */
export function stateBlocks(words: DocumentWords, { byState, members, ownState }: Overview): ReportBlock[] {
  const known = ownState ? [] : members.map(({ code, nameEn: en, nameLo: lo }) => ({ code, names: { en, lo } }));
  const others = groupsOf(byState).filter(({ code }) => !known.some((state) => state.code === code));
  const bars = [...known, ...others].map(({ code, names }) => ({
    name: nameRuns(words.language, names),
    counts: byState.filter((row) => row.code === code),
  }));
  const all = withNone(bars, byState, say(words.language, words.overview("states.none")));
  return chartBlocks(words, "states", words.overview("states.title"), words.terms("noun.memberState"), all);
}

/** Approved entries of each Desired Outcome. */
export function outcomeBlocks(words: DocumentWords, { byOutcome }: Overview): ReportBlock[] {
  const groups = groupsOf(byOutcome);
  const masterplans = new Set(groups.map(({ code }) => code.split("-")[0]));
  const bars = groups.map(({ code, names }) => ({
    code: masterplans.size === 1 ? (code.split("-")[1] ?? code) : code,
    name: nameRuns(words.language, names),
    counts: byOutcome.filter((row) => row.code === code),
  }));
  const all = withNone(bars, byOutcome, say(words.language, words.overview("outcomes.none")));
  return [
    ...chartBlocks(words, "outcomes", words.overview("outcomes.title"), words.terms("noun.outcome"), all),
    { kind: "paragraph", runs: say(words.language, words.yearly("severalOutcomes")) },
  ];
}

/** Entries of each partner at any stage: a partner's plan need not follow the approval process. */
export function partnerBlocks(words: DocumentWords, byPartner: readonly GroupCount[]): ReportBlock[] {
  const bars = groupsOf(byPartner).map(({ code, names }) => ({
    name: nameRuns(words.language, names),
    counts: byPartner.filter((row) => row.code === code),
  }));
  return chartBlocks(words, "partners", words.yearly("partners"), words.terms("noun.partner"), bars);
}
