import type { AskingOutcome, FollowUpState } from "@/domain/follow-up";
import type { ReportColumn, ReportModel, ReportRow, ReportTable } from "@/domain/report-model";
import { dayCell, proponentRuns } from "@/features/reports/layout/cells";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { type DocumentFrame, framed, madeAtMeta } from "@/features/reports/layout/frame";
import { lines, nameRuns, say, titleRuns, writtenRuns } from "@/features/reports/layout/runs";
import type { Names, ReportEntry } from "@/features/reports/report-data";

export type FollowUpRow = {
  entry: ReportEntry;
  meetingCode: string;
  agendaNo: string | null;
  outcome: AskingOutcome;
  /** The verb as printed. */
  verb: string;
  text: Names;
  dueOn: string | null;
  state: FollowUpState;
};

export type FollowUpData = {
  period: Names;
  rows: readonly FollowUpRow[];
  isOpenOnly: boolean;
  /** True if the reader may not see some of the entries. */
  isPartial: boolean;
};

/**
 * Decisions of a cycle that ask for something: the action, who has to do it, the deadline, and
 * whether it is done.
 */
export function composeFollowUp(frame: DocumentFrame, data: FollowUpData): ReportModel {
  const { words } = frame;
  const { language, t, followUp } = words;
  const table: ReportTable = {
    key: "followUp",
    name: followUp("sheet"),
    titleKey: "title",
    orientation: "landscape",
    columns: columnsOf(words),
    rows: data.rows.map((row) => rowOf(words, row)),
    empty: say(language, followUp("none")),
  };
  const remarks = [say(language, followUp("rule")), ...(data.isPartial ? [say(language, t("ownOnly"))] : [])];
  return framed(frame, {
    kind: "decision_follow_up",
    title: { lang: language, text: words.reports("kind.decision_follow_up") },
    subtitle: nameRuns(language, data.period),
    meta: [
      {
        label: t("selection"),
        value: say(language, followUp(data.isOpenOnly ? "openOnly" : "all", { count: data.rows.length })),
      },
      madeAtMeta(frame),
    ],
    blocks: [{ kind: "table", table }],
    notes: [{ heading: t("remarks"), items: remarks }],
  });
}

function columnsOf({ terms, followUp }: DocumentWords): ReportColumn[] {
  return [
    { key: "meeting", heading: terms("noun.meeting"), kind: "text", width: 12 },
    { key: "code", heading: terms("noun.code"), kind: "text", width: 8 },
    { key: "title", heading: terms("noun.activity"), kind: "text", width: 34 },
    { key: "decision", heading: terms("noun.decision"), kind: "text", width: 22 },
    { key: "asks", heading: followUp("asks"), kind: "text", width: 20 },
    { key: "of", heading: followUp("of"), kind: "text", width: 14 },
    { key: "due", heading: followUp("due"), kind: "day", width: 12 },
    { key: "state", heading: terms("noun.status"), kind: "text", width: 10 },
  ];
}

function rowOf(words: DocumentWords, row: FollowUpRow): ReportRow {
  const { language, t, followUp } = words;
  const { entry, verb, text, dueOn } = row;
  const item = row.agendaNo === null ? "" : `\n${followUp("item", { number: row.agendaNo })}`;
  return {
    isSample: entry.isSample,
    cells: [
      say(language, `${row.meetingCode}${item}`),
      say("en", entry.code),
      lines(language, [titleRuns(language, entry), entry.isConfidential ? say(language, t("confidential")) : null]),
      lines(language, [writtenRuns(language, verb, false), nameRuns(language, text)]),
      say(language, followUp(`request.${row.outcome}`)),
      proponentRuns(words, entry.parties),
      dueOn === null ? say(language, followUp("noDue")) : dayCell(dueOn),
      say(language, followUp(`state.${row.state}`)),
    ],
  };
}
