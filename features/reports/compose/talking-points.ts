import type { Cell, ReportBlock, ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import type { Validity } from "@/domain/validity";
import type { InstrumentKind, InstrumentState } from "@/domain/vocabulary";
import { formatImpreciseDays, formatValidity } from "@/i18n/format";
import type { Names, ReportEntry, ReportMeeting, ReportSource, TranslatedNames } from "../report-data";
import { isInvented, standingRuns } from "./cells";
import { framed, madeAtMeta, type PaperFrame, sourceList } from "./frame";
import { clippedRuns, fittedLists, linesOfRow, type Room, roomOfPage } from "./one-page";
import type { PaperWords } from "./paper-words";
import { decisionBlocks } from "./progress-parts";
import { codedTitle } from "./progress-table";
import { joined, lines, nameRuns, say, strong, strongRuns } from "./runs";

export type TalkedInstrument = Validity & {
  names: TranslatedNames;
  kind: InstrumentKind;
  state: InstrumentState;
  isOver: boolean;
  isSample: boolean;
  sources: readonly ReportSource[];
};

/** The first of them, more than a page holds, and how many there are. */
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

/** Lines of small print that each part of the page has; what one does not need, the next ones may use. */
const shares = { instruments: 12, present: 12, past: 8, sought: 5 };
/** Characters of a report, and of an issue or a decision sought: the page is to be spoken from, the rest is in the register. */
const spoken = { report: 140, issue: 220 };

function tableOf(
  key: string,
  name: string,
  columns: readonly Column[],
  rows: readonly { isSample: boolean; cells: Cell[] }[],
  empty: Runs,
): ReportTable {
  return {
    ...{ key, name, empty, titleKey: "title" },
    // A model is what leaves the house: of a row nothing but its cells.
    rows: rows.map(({ isSample, cells }) => ({ isSample, cells })),
    columns: columns.map((column) => ({ ...column, kind: "text" })),
  };
}

function instrumentBlocks(words: PaperWords, { instruments }: TalkingData, room: Room) {
  const { language, partners, terms } = words;
  const columns = [
    { key: "title", heading: partners("paper.name"), width: 46 },
    { key: "kind", heading: partners("kind"), width: 16 },
    { key: "validity", heading: partners("validity"), width: 18 },
    { key: "state", heading: partners("state"), width: 18 },
  ];
  const all = instruments.map((one) => ({
    ...{ isSample: one.isSample, sources: one.sources },
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
  const linesOf = ({ cells, sources }: (typeof all)[number]) => linesOfRow(columns, cells) + sources.length;
  const rows = room.take(all, shares.instruments, linesOf);
  const more = all.length - rows.length;
  const blocks: ReportBlock[] = [
    { kind: "heading", level: 1, runs: say(language, name) },
    { kind: "table", table: tableOf("instruments", name, columns, rows, say(language, partners("noInstruments"))) },
    ...(more > 0 ? [paragraph(words, partners("paper.moreInstruments", { count: more }))] : []),
  ];
  return { blocks, sources: rows.flatMap(({ sources }) => sources) };
}

/** What its newest report says. */
function saidRuns({ language }: PaperWords, entry: ReportEntry): Cell {
  if (!entry.update) return null;
  const runs = nameRuns(language, entry.update.text, isInvented(entry) ? ["sample"] : []);
  return runs.length > 0 ? clippedRuns(runs, spoken.report) : null;
}

type Told = { blocks: ReportBlock[]; entries: readonly ReportEntry[] };

/** A part of the page about entries, and those of them for which there is room. */
function told(words: PaperWords, key: "past" | "present", talked: TalkedEntries, room: Room): Told {
  const { language, partners, terms } = words;
  const title = partners(key === "past" ? "paper.done" : "paper.planned");
  const columns = [
    { key: "title", heading: terms("noun.activity"), width: 44 },
    { key: "status", heading: terms("noun.status"), width: 20 },
    { key: "said", heading: partners("paper.said"), width: 36 },
  ];
  const all = talked.shown.map((entry) => ({
    ...{ entry, isSample: entry.isSample },
    cells: [codedTitle(words, entry), standingRuns(words, entry), saidRuns(words, entry)],
  }));
  const rows = room.take(all, shares[key], ({ cells }) => linesOfRow(columns, cells));
  const { total: count, completed } = talked;
  const said =
    key === "past"
      ? partners.markup("paper.doneSentence", { b: strong, count, completed })
      : partners.markup("paper.plannedSentence", { b: strong, count });
  const more = count - rows.length;
  const blocks: ReportBlock[] = [
    { kind: "heading", level: 1, runs: say(language, title) },
    { kind: "paragraph", runs: strongRuns(language, said) },
    { kind: "table", table: tableOf(key, title, columns, rows, say(language, partners("paper.noEntries"))) },
    ...(more > 0 ? [paragraph(words, partners("paper.more", { count: more }))] : []),
  ];
  return { blocks, entries: rows.map(({ entry }) => entry) };
}

/** An entry as its newest report leaves it: what older ones asked of meetings has been answered, or was asked again. */
function asLastReported(entry: ReportEntry): ReportEntry {
  const { update, sought } = entry;
  return { ...entry, sought: sought.filter(({ reportedOn }) => update !== null && reportedOn >= update.reportedOn) };
}

/** What hinders and what is to be decided, of the entries on the page that still run. */
function soughtBlocks(words: PaperWords, entries: readonly ReportEntry[], room: Room): ReportBlock[] {
  const { partners, language } = words;
  const running = entries.filter(({ status }) => status !== "completed" && status !== "cancelled").map(asLastReported);
  const clipped = decisionBlocks(words, running, null).map((block): ReportBlock => {
    if (block.kind === "list") return { ...block, items: block.items.map((runs) => clippedRuns(runs, spoken.issue)) };
    if (block.kind !== "decisions_sought") return block;
    return { ...block, items: block.items.map((item) => ({ ...item, runs: clippedRuns(item.runs, spoken.issue) })) };
  });
  const { blocks, leftOut } = fittedLists(clipped, room, shares.sought);
  return [
    { kind: "heading", level: 1, runs: say(language, partners("paper.sought")) },
    ...blocks,
    ...(leftOut > 0 ? [paragraph(words, partners("paper.moreSought", { count: leftOut }))] : []),
  ];
}

const paragraph = ({ language }: PaperWords, text: string): ReportBlock => ({
  kind: "paragraph",
  runs: say(language, text),
});

function meetingMeta(words: PaperWords, label: string, meeting: ReportMeeting | null) {
  const { language, partners } = words;
  if (!meeting) return { label, value: say(language, partners("noNext")) };
  const days = say(language, formatImpreciseDays(meeting, language));
  return {
    label,
    value: joined(language, [nameRuns(language, meeting.title), days, nameRuns(language, meeting.place)], ", "),
  };
}

/**
 * A page, and no more than one, for whoever sits across from a partner: what binds the two, what was done, what comes, what is asked.
 * What there is no room for is counted.
 */
export function composeTalkingPoints(frame: PaperFrame, data: TalkingData): ReportModel {
  const { words } = frame;
  const { language, partners, t } = words;
  const title = partners("talkingPoints");
  const remarks = [say(language, t("leftOut")), ...(data.isPartial ? [say(language, t("ownOnly"))] : [])];
  const room = roomOfPage();
  const instruments = instrumentBlocks(words, data, room);
  // What comes has the first call on the lines; on the page it follows what was.
  const present = told(words, "present", data.present, room);
  const past = told(words, "past", data.past, room);
  const sought = soughtBlocks(words, [...past.entries, ...present.entries], room);
  return framed(frame, {
    ...{ kind: "talking_points", title: { lang: language, text: title }, subtitle: nameRuns(language, data.partner) },
    isOnePage: true,
    meta: [
      meetingMeta(words, partners("paper.nextMeeting"), data.next),
      ...(data.last ? [meetingMeta(words, partners("paper.lastMeeting"), data.last)] : []),
      madeAtMeta(frame),
    ],
    blocks: [...instruments.blocks, ...past.blocks, ...present.blocks, ...sought],
    notes: [sourceList(words, instruments.sources), { heading: t("remarks"), items: remarks }].filter(
      ({ items }) => items.length > 0,
    ),
  });
}
