import type { Status } from "@/domain/lifecycle";
import type { ReportColumn, ReportModel, ReportTable, Runs } from "@/domain/report-model";
import type { EntryStateRole, Locale } from "@/domain/vocabulary";
import { dayCell } from "@/features/reports/layout/cells";
import { type DocumentFrame, framed, madeAtMeta } from "@/features/reports/layout/frame";
import { lines, nameRuns, say, titleRuns } from "@/features/reports/layout/runs";
import type { Names } from "@/features/reports/report-data";
import { documentDay } from "@/i18n/format";

/** A share whose report is outstanding. */
export type ChasedShare = {
  state: Names;
  code: string;
  titleEn: string | null;
  titleLo: string | null;
  original: Locale;
  isSample: boolean;
  isConfidential: boolean;
  role: EntryStateRole;
  status: Status | null;
  lastReportedOn: string | null;
  waitingSince: string;
  waitingDays: number;
};

export type ChaseData = {
  plan: Names;
  /** null for all states. */
  state: Names | null;
  shares: readonly ChasedShare[];
  silentAfter: number;
  /** The day against which silence is computed in the plan's period. */
  day: string;
  /** True if only the rows are listed that the issuer may read. */
  isNarrowed: boolean;
};

/**
 * Outstanding reports by member state: one row per share, grouped by state, the longest wait first.
 */
export function composeChaseList(frame: DocumentFrame, data: ChaseData): ReportModel {
  const { words } = frame;
  const { language, terms, states, t } = words;
  const title = words.reports("kind.chase_list");
  const column = (key: string, heading: string, kind: ReportColumn["kind"], width: number) => ({
    key,
    heading,
    kind,
    width,
  });
  const table: ReportTable = {
    key: "chase",
    name: states("chase.sheet"),
    titleKey: "title",
    orientation: "landscape",
    columns: [
      column("state", terms("noun.memberState"), "text", 14),
      column("code", terms("noun.code"), "text", 8),
      column("title", terms("noun.activity"), "text", 36),
      column("role", states("chase.role"), "text", 12),
      column("status", terms("noun.status"), "text", 14),
      column("last", states("chase.lastReport"), "day", 12),
      column("since", states("chase.since"), "day", 12),
      column("days", states("chase.days"), "number", 7),
    ],
    rows: data.shares.map((share) => ({
      isSample: share.isSample,
      cells: [
        nameRuns(language, share.state),
        say("en", share.code),
        titleOf(share),
        say(language, terms(`entryStateRole.${share.role}`)),
        say(language, share.status ? terms(`status.${share.status}`) : states("noStatus")),
        share.lastReportedOn ? dayCell(share.lastReportedOn) : say(language, states("notReported")),
        dayCell(share.waitingSince),
        share.waitingDays,
      ],
    })),
    empty: say(language, states("chase.none")),
  };
  function titleOf({ titleEn, titleLo, original, isSample, isConfidential }: ChasedShare): Runs {
    const title = titleRuns(language, { title: { en: titleEn, lo: titleLo }, original, isSample });
    return lines(language, [title, isConfidential ? say(language, t("confidential")) : null]);
  }
  return framed(frame, {
    kind: "chase_list",
    title: { lang: language, text: title },
    subtitle: nameRuns(language, data.plan),
    meta: [
      ...(data.state ? [{ label: terms("noun.memberState"), value: nameRuns(language, data.state) }] : []),
      { label: states("chase.rule"), value: say(language, states("chase.ruleText", { days: data.silentAfter })) },
      { label: states("chase.referenceDate"), value: say(language, documentDay(data.day)) },
      { label: t("selection"), value: say(language, t("rows", { count: data.shares.length })) },
      madeAtMeta(frame),
    ],
    blocks: [{ kind: "table", table }],
    notes: data.isNarrowed ? [{ heading: t("remarks"), items: [say(language, states("chase.ownOnly"))] }] : [],
  });
}
