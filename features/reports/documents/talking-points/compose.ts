import type { Cell, ReportBlock, ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import type { Validity } from "@/domain/validity";
import type { InstrumentKind, InstrumentState } from "@/domain/vocabulary";
import { isInvented, stageAndStatusRuns } from "@/features/reports/layout/cells";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta, sourceList } from "@/features/reports/layout/frame";
import { joined, lines, nameRuns, say, strong, strongRuns, titleRuns } from "@/features/reports/layout/runs";
import type { Names, ReportEntry, ReportMeeting, ReportSource, TranslatedNames } from "@/features/reports/report-data";
import { formatImpreciseDays, formatValidity } from "@/i18n/format";
import { decisionBlocks } from "../country-progress/compose-parts";
import { clippedRuns, dividePage, fittedLists, linesOfRow } from "./fit-one-page";

export type TalkedInstrument = Validity & {
  names: TranslatedNames;
  kind: InstrumentKind;
  state: InstrumentState;
  isOver: boolean;
  isSample: boolean;
  sources: readonly ReportSource[];
};

/** The first entries, more than a page holds, and the number of all. */
export type TalkedEntries = { shown: readonly ReportEntry[]; total: number; completed: number };

export type TalkingData = {
  partner: Names;
  instruments: readonly TalkedInstrument[];
  past: TalkedEntries;
  present: TalkedEntries;
  next: ReportMeeting | null;
  last: ReportMeeting | null;
  isPartial: boolean;
};

type Column = Omit<ReportColumn, "kind">;
type Row = { isSample: boolean; cells: Cell[] };

/**
 * A part of the page: all its rows, the number of lines of each, and the blocks composed from those
 * that fit.
 */
type Part<T> = {
  rows: readonly (Row & T)[];
  linesOf: (row: Row & T) => number;
  blocksOf: (rows: readonly (Row & T)[]) => ReportBlock[];
};

/** Lines of small print reserved for each part of the page. Unused lines go to the other parts. */
const shares = { present: 10, past: 8, instruments: 8, sought: 7 };
/**
 * Maximum number of characters of a report, and of an issue or a decision sought. The page is a
 * speaking aid; the full text is in the register.
 */
const spoken = { report: 120, issue: 220 };

function tableOf(
  key: string,
  name: string,
  columns: readonly Column[],
  rows: readonly Row[],
  empty: Runs,
): ReportTable {
  return {
    key,
    name,
    empty,
    titleKey: "title",
    // The model is exported, so it contains nothing of a row but its cells and whether it is a
    // sample.
    rows: rows.map(({ isSample, cells }) => ({ isSample, cells })),
    columns: columns.map((column) => ({ ...column, kind: "text" })),
  };
}

function instrumentPart(
  words: DocumentWords,
  { instruments }: TalkingData,
): Part<{ sources: readonly ReportSource[] }> {
  const { language, partners, terms } = words;
  const columns = [
    { key: "title", heading: partners("paper.name"), width: 46 },
    { key: "kind", heading: partners("kind"), width: 16 },
    { key: "validity", heading: partners("validity"), width: 18 },
    { key: "state", heading: partners("state"), width: 18 },
  ];
  const all = instruments.map((one) => ({
    isSample: one.isSample,
    sources: one.sources,
    cells: [
      nameRuns(language, one.names),
      say(language, terms(`instrumentKind.${one.kind}`)),
      lines(language, [
        say(language, formatValidity(one, language)),
        one.isOver ? say(language, partners("paper.isOver")) : null,
      ]),
      say(language, terms(`instrumentState.${one.state}`)),
    ],
  }));
  const name = partners("paper.instruments");
  const empty = say(language, partners("noInstruments"));
  return {
    rows: all,
    linesOf: ({ cells, sources }) => linesOfRow(columns, cells) + sources.length,
    blocksOf: (rows) => [
      { kind: "heading", level: 1, runs: say(language, name) },
      { kind: "table", table: tableOf("instruments", name, columns, rows, empty) },
      ...moreThan(words, "paper.moreInstruments", all.length - rows.length),
    ],
  };
}

/** Text of the newest report. */
function saidRuns({ language }: DocumentWords, entry: ReportEntry): Cell {
  if (!entry.update) return null;
  const runs = nameRuns(language, entry.update.text, isInvented(entry) ? ["sample"] : []);
  return runs.length > 0 ? clippedRuns(runs, spoken.report) : null;
}

/** Code and title on one line: with two lines, only half the rows would fit on the page. */
const titled = ({ language }: DocumentWords, entry: ReportEntry) =>
  joined(language, [say("en", entry.code), titleRuns(language, entry)], " ");

/** A part of the page about entries. */
function entryPart(words: DocumentWords, key: "past" | "present", talked: TalkedEntries): Part<{ entry: ReportEntry }> {
  const { language, partners, terms } = words;
  const title = partners(key === "past" ? "paper.done" : "paper.planned");
  const columns = [
    { key: "title", heading: terms("noun.activity"), width: 44 },
    { key: "status", heading: terms("noun.status"), width: 20 },
    { key: "said", heading: partners("paper.said"), width: 36 },
  ];
  const { total: count, completed } = talked;
  const summary =
    key === "past"
      ? partners.markup("paper.doneSentence", { b: strong, count, completed })
      : partners.markup("paper.plannedSentence", { b: strong, count });
  return {
    rows: talked.shown.map((entry) => ({
      entry,
      isSample: entry.isSample,
      cells: [titled(words, entry), stageAndStatusRuns(words, entry), saidRuns(words, entry)],
    })),
    linesOf: ({ cells }) => linesOfRow(columns, cells),
    blocksOf: (rows) => [
      { kind: "heading", level: 1, runs: say(language, title) },
      { kind: "paragraph", runs: strongRuns(language, summary) },
      { kind: "table", table: tableOf(key, title, columns, rows, say(language, partners("paper.noEntries"))) },
      ...moreThan(words, "paper.more", count - rows.length),
    ],
  };
}

/**
 * The entry with only the decisions sought since its newest report: older ones have been answered
 * or were repeated.
 */
function asLastReported(entry: ReportEntry): ReportEntry {
  const { update, sought } = entry;
  return { ...entry, sought: sought.filter(({ reportedOn }) => update !== null && reportedOn >= update.reportedOn) };
}

/** Issues and decisions sought of the entries on the page that are not completed or cancelled. */
function soughtBlocks(words: DocumentWords, entries: readonly ReportEntry[], lines: number): ReportBlock[] {
  const { partners, language } = words;
  const running = entries.filter(({ status }) => status !== "completed" && status !== "cancelled").map(asLastReported);
  const clipped = decisionBlocks(words, running, null).map((block): ReportBlock => {
    if (block.kind === "list") return { ...block, items: block.items.map((runs) => clippedRuns(runs, spoken.issue)) };
    if (block.kind !== "decisions_sought") return block;
    return { ...block, items: block.items.map((item) => ({ ...item, runs: clippedRuns(item.runs, spoken.issue) })) };
  });
  const { blocks, leftOut } = fittedLists(clipped, lines);
  return [
    { kind: "heading", level: 1, runs: say(language, partners("paper.sought")) },
    ...blocks,
    ...moreThan(words, "paper.moreSought", leftOut),
  ];
}

/** States how many rows did not fit on the page. */
function moreThan(
  { partners, language }: DocumentWords,
  key: "paper.more" | "paper.moreInstruments" | "paper.moreSought",
  count: number,
): ReportBlock[] {
  return count > 0 ? [{ kind: "paragraph", runs: say(language, partners(key, { count })) }] : [];
}

function meetingMeta(words: DocumentWords, label: string, meeting: ReportMeeting | null) {
  const { language, partners } = words;
  if (!meeting) return { label, value: say(language, partners("noNext")) };
  const days = say(language, formatImpreciseDays(meeting, language));
  return {
    label,
    value: joined(language, [nameRuns(language, meeting.title), days, nameRuns(language, meeting.place)], ", "),
  };
}

/**
 * Composes a single page for a session with a partner: instruments, past work, planned work, and
 * decisions sought. Rows that do not fit are counted.
 */
export function composeTalkingPoints(frame: DocumentFrame, data: TalkingData): ReportModel {
  const { words } = frame;
  const { language, partners, t } = words;
  const title = partners("talkingPoints");
  const remarks = [say(language, t("leftOut")), ...(data.isPartial ? [say(language, t("ownOnly"))] : [])];
  const [present, past, instruments] = [
    entryPart(words, "present", data.present),
    entryPart(words, "past", data.past),
    instrumentPart(words, data),
  ];
  const { counts, left } = dividePage([
    { lines: present.rows.map(present.linesOf), share: shares.present },
    { lines: past.rows.map(past.linesOf), share: shares.past },
    { lines: instruments.rows.map(instruments.linesOf), share: shares.instruments },
  ]);
  const coming = present.rows.slice(0, counts[0]);
  const done = past.rows.slice(0, counts[1]);
  const signed = instruments.rows.slice(0, counts[2]);
  const entries = [...done, ...coming].map(({ entry }) => entry);
  return framed(frame, {
    kind: "talking_points",
    title: { lang: language, text: title },
    subtitle: nameRuns(language, data.partner),
    isOnePage: true,
    meta: [
      meetingMeta(words, partners("paper.nextMeeting"), data.next),
      ...(data.last ? [meetingMeta(words, partners("paper.lastMeeting"), data.last)] : []),
      madeAtMeta(frame),
    ],
    blocks: [
      ...instruments.blocksOf(signed),
      ...past.blocksOf(done),
      ...present.blocksOf(coming),
      ...soughtBlocks(words, entries, shares.sought + left),
    ],
    notes: [
      sourceList(
        words,
        signed.flatMap(({ sources }) => sources),
      ),
      { heading: t("remarks"), items: remarks },
    ].filter(({ items }) => items.length > 0),
  });
}
