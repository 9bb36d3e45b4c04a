import { type Change, type ChangeKind, changeKinds, countByGroup } from "@/domain/comparison";
import type { ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta } from "@/features/reports/layout/frame";
import { lines, nameRuns, say, titleRuns, writtenRuns } from "@/features/reports/layout/runs";
import { documentDay } from "@/i18n/format";

type Moment = { day: string; meeting: string | null };
type State = { code: string; nameEn: string; nameLo: string | null };

/** A comparison of two moments as its query returns it. */
export type BriefingData = {
  from: Moment;
  /** null for the present. */
  to: Moment | null;
  entries: readonly {
    code: string;
    titleEn: string | null;
    titleLo: string | null;
    original: Locale;
    isSample: boolean;
    lead: string | null;
    changes: readonly Change[];
    kinds: readonly ChangeKind[];
    decisions: readonly { meeting: string; verbPrinted: string; reference: string | null }[];
  }[];
  states: readonly State[];
  /** True if there are more entries than the document can hold. */
  isCut: boolean;
};

/**
 * Briefing for participants of the second meeting: what changed between two meetings, as numbers by
 * lead state, then activity by activity.
 */
export function composeBriefing(frame: DocumentFrame, data: BriefingData): ReportModel {
  const { words } = frame;
  const { language, compare } = words;
  const named = (moment: Moment | null) =>
    moment ? [moment.meeting, documentDay(moment.day)].filter(Boolean).join(", ") : compare("today");
  const heading = compare("heading", { from: named(data.from), to: named(data.to) });
  return framed(frame, {
    kind: "meeting_briefing",
    title: { lang: language, text: words.reports("kind.meeting_briefing") },
    subtitle: say(language, heading),
    meta: [
      { label: words.t("selection"), value: say(language, compare("entries", { count: data.entries.length })) },
      madeAtMeta(frame),
    ],
    blocks: [
      { kind: "table", table: countsTable(words, data) },
      { kind: "table", table: changesTable(words, data) },
    ],
    notes: data.isCut
      ? [{ heading: words.t("remarks"), items: [say(language, compare("cut", { count: data.entries.length }))] }]
      : [],
  });
}

const column = (key: string, heading: string, kind: ReportColumn["kind"], width: number): ReportColumn => ({
  key,
  heading,
  kind,
  width,
});

function stateRuns(words: DocumentWords, states: readonly State[], lead: string | null): Runs {
  const state = states.find(({ code }) => code === lead);
  return state
    ? nameRuns(words.language, { en: state.nameEn, lo: state.nameLo })
    : say(words.language, words.compare("noLead"));
}

/**
 * Column width that fits the heading on one line, because not every program can break a Lao word.
 * Marks above and below a letter take no room.
 */
const wholeWidth = (heading: string) => Math.max(11, heading.replace(/\p{Mn}/gu, "").length + 9);

function countsTable(words: DocumentWords, { entries, states }: BriefingData): ReportTable {
  const { compare, language } = words;
  const counts = countByGroup(entries.map(({ lead, kinds }) => ({ group: lead ?? "", kinds })));
  return {
    key: "counts",
    name: compare("paper.counts"),
    titleKey: "state",
    orientation: "portrait",
    columns: [
      column("state", compare("state"), "text", 18),
      ...changeKinds.map((kind) =>
        column(kind, compare(`kind.${kind}`), "number", wholeWidth(compare(`kind.${kind}`))),
      ),
    ],
    rows: [...counts].map(([lead, line]) => ({
      isSample: false,
      cells: [stateRuns(words, states, lead || null), ...changeKinds.map((kind) => line[kind])],
    })),
    empty: say(language, compare("none")),
  };
}

function changesTable(words: DocumentWords, { entries, states }: BriefingData): ReportTable {
  const { compare, language, terms } = words;
  return {
    key: "changes",
    name: compare("paper.changes"),
    titleKey: "title",
    orientation: "portrait",
    columns: [
      column("state", compare("state"), "text", 14),
      column("code", terms("noun.code"), "text", 8),
      column("title", terms("noun.activity"), "text", 32),
      column("changes", compare("changes"), "text", 40),
    ],
    rows: entries.map(({ code, titleEn, titleLo, original, isSample, lead, changes, decisions }) => ({
      isSample,
      cells: [
        stateRuns(words, states, lead),
        say("en", code),
        titleRuns(language, { title: { en: titleEn, lo: titleLo }, original, isSample }),
        lines(language, [
          ...decisions.map(({ meeting, verbPrinted, reference }) => [
            ...say("en", `${meeting}: `),
            ...writtenRuns(language, verbPrinted, false),
            ...(reference ? say(language, ` (${reference})`) : []),
          ]),
          ...changes.map((change) => say(language, changeText(words, change))),
        ]),
      ],
    })),
    empty: say(language, compare("none")),
  };
}

/** One change as a line in the document's language. */
function changeText({ compare, terms }: DocumentWords, change: Change): string {
  const step = (from: string | null, to: string | null) =>
    compare("change.step", { from: from ?? compare("change.none"), to: to ?? compare("change.none") });
  const kind = compare(`kind.${change.kind}`);
  switch (change.kind) {
    case "new":
      return compare("change.new");
    case "dropped":
      return compare(`change.dropped.${change.by}`);
    case "stage":
      return `${kind}: ${step(change.from && terms(`stage.${change.from}`), change.to && terms(`stage.${change.to}`))}`;
    case "status":
      return `${kind}: ${step(change.from && terms(`status.${change.from}`), change.to && terms(`status.${change.to}`))}`;
    case "dates": {
      const { which, from, to, days } = change;
      const moved =
        days === null
          ? ""
          : ` (${days > 0 ? compare("change.slipped", { days }) : compare("change.forward", { days: -days })})`;
      return `${compare(`change.${which}`)}: ${step(from && documentDay(from), to && documentDay(to))}${moved}`;
    }
    case "responsible":
      return `${kind}: ${step(change.from.join(", ") || null, change.to.join(", ") || null)}`;
  }
}
