import type { Cell, ReportBlock, ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import type { Validity } from "@/domain/validity";
import type { InstrumentKind, InstrumentState } from "@/domain/vocabulary";
import { formatImpreciseDays, formatValidity } from "@/i18n/format";
import type { Names, ReportEntry, ReportMeeting, ReportSource, TranslatedNames } from "../report-data";
import { isInvented, statusRuns } from "./cells";
import { framed, madeAtMeta, type PaperFrame, sourceList } from "./frame";
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
};

/** As many as a page holds, and how many there are. */
export type TalkedEntries = { shown: readonly ReportEntry[]; total: number; completed: number };

export type TalkingData = {
  partner: Names;
  instruments: readonly TalkedInstrument[];
  /** How many instruments more the register has. */
  moreInstruments: number;
  past: TalkedEntries;
  present: TalkedEntries;
  next: ReportMeeting | null;
  last: ReportMeeting | null;
  sources: readonly ReportSource[];
  isPartial: boolean;
};

type Column = Omit<ReportColumn, "kind">;

function tableOf(
  key: string,
  name: string,
  columns: readonly Column[],
  rows: readonly { isSample: boolean; cells: Cell[] }[],
  empty: Runs,
): ReportTable {
  return {
    ...{ key, name, rows, empty, titleKey: "title" },
    columns: columns.map((column) => ({ ...column, kind: "text" })),
  };
}

function instrumentTable(words: PaperWords, { instruments }: TalkingData): ReportTable {
  const { language, partners, terms } = words;
  const columns = [
    { key: "title", heading: partners("paper.name"), width: 46 },
    { key: "kind", heading: partners("kind"), width: 16 },
    { key: "validity", heading: partners("validity"), width: 18 },
    { key: "state", heading: partners("state"), width: 18 },
  ];
  const rows = instruments.map((one) => ({
    isSample: one.isSample,
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
  return tableOf("instruments", partners("paper.instruments"), columns, rows, say(language, partners("noInstruments")));
}

function entryTable(words: PaperWords, key: "past" | "present", name: string, { shown }: TalkedEntries): ReportTable {
  const { language, partners, terms } = words;
  const columns = [
    { key: "title", heading: terms("noun.activity"), width: 44 },
    { key: "status", heading: terms("noun.status"), width: 20 },
    { key: "said", heading: partners("paper.said"), width: 36 },
  ];
  const rows = shown.map((entry) => ({
    isSample: entry.isSample,
    cells: [codedTitle(words, entry), statusRuns(words, entry), saidRuns(words, entry)],
  }));
  return tableOf(key, name, columns, rows, say(language, partners("paper.noEntries")));
}

/** What its newest report says. */
function saidRuns({ language }: PaperWords, entry: ReportEntry): Cell {
  if (!entry.update) return null;
  const runs = nameRuns(language, entry.update.text, isInvented(entry) ? ["sample"] : []);
  return runs.length > 0 ? runs : null;
}

function entryBlocks(words: PaperWords, key: "past" | "present", entries: TalkedEntries): ReportBlock[] {
  const { language, partners } = words;
  const title = partners(key === "past" ? "paper.done" : "paper.planned");
  const { total: count, completed, shown } = entries;
  const said =
    key === "past"
      ? partners.markup("paper.doneSentence", { b: strong, count, completed })
      : partners.markup("paper.plannedSentence", { b: strong, count });
  const more = count - shown.length;
  return [
    { kind: "heading", level: 1, runs: say(language, title) },
    { kind: "paragraph", runs: strongRuns(language, said) },
    { kind: "table", table: entryTable(words, key, title, entries) },
    ...(more > 0 ? [paragraph(words, partners("paper.more", { count: more }))] : []),
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

/** A page for whoever sits across from a partner: what binds the two, what was done, what comes, what is asked. */
export function composeTalkingPoints(frame: PaperFrame, data: TalkingData): ReportModel {
  const { words } = frame;
  const { language, partners, t } = words;
  const title = partners("talkingPoints");
  const heading = (text: string): ReportBlock => ({ kind: "heading", level: 1, runs: say(language, text) });
  const remarks = [say(language, t("leftOut")), ...(data.isPartial ? [say(language, t("ownOnly"))] : [])];
  return framed(frame, {
    ...{ kind: "talking_points", title: { lang: language, text: title }, subtitle: nameRuns(language, data.partner) },
    meta: [
      meetingMeta(words, partners("paper.nextMeeting"), data.next),
      ...(data.last ? [meetingMeta(words, partners("paper.lastMeeting"), data.last)] : []),
      madeAtMeta(frame),
    ],
    blocks: [
      heading(partners("paper.instruments")),
      { kind: "table", table: instrumentTable(words, data) },
      ...(data.moreInstruments > 0
        ? [paragraph(words, partners("paper.moreInstruments", { count: data.moreInstruments }))]
        : []),
      ...entryBlocks(words, "past", data.past),
      ...entryBlocks(words, "present", data.present),
      heading(partners("paper.sought")),
      ...decisionBlocks(words, [...data.past.shown, ...data.present.shown], null),
    ],
    notes: [sourceList(words, data.sources), { heading: t("remarks"), items: remarks }].filter(
      ({ items }) => items.length > 0,
    ),
  });
}
