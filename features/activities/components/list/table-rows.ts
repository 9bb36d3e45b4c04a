import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Locale } from "@/domain/vocabulary";
import type { ActivityRow } from "@/features/activities/server/lib/select";
import { formatDay, formatPercent, formatUsd } from "@/i18n/format";
import { keepLaoWords } from "@/i18n/lao-words";

/**
 * A text of a cell: a string in the reader's language, or a text with the other language, to be
 * marked.
 */
export type CellText = string | { text: string; other: Locale };

type Lead = { code: string; name: CellText; isState?: boolean };

/**
 * A row of the table in the reader's language, selected and formatted on the server, so that the
 * browser needs neither both languages nor the formatters. Unknown and false values are left out,
 * which keeps most rows small.
 */
export type TableRow = {
  id: number;
  version: number;
  code: string;
  title: CellText;
  isTranslation?: boolean;
  isSample?: boolean;
  plan: CellText;
  partner?: string;
  lead?: Lead;
  stage?: Stage;
  /** The deciding body, if the stage is shown with it. */
  body?: string;
  /** The forms also start with these four values. */
  status?: Status;
  schedule?: Schedule;
  scheduleReason?: string;
  /** In percent. */
  progress?: number;
  /** These five are formatted. */
  percent?: string;
  updated?: string;
  start?: string;
  end?: string;
  budget?: string;
  canChange?: boolean;
};

/** The rows of the list in the reader's language. */
export function tableRows(rows: readonly ActivityRow[], locale: Locale): TableRow[] {
  return rows.map((row) => rowOf(row, locale));
}

function rowOf(row: ActivityRow, locale: Locale): TableRow {
  const { titleEn, titleLo, plan, lead, progress, updatedOn, startOn, endOn, budgetUsd } = row;
  return known<TableRow>({
    id: row.id,
    version: row.version,
    code: row.code,
    isSample: row.isSample,
    title: textOf(titleEn, titleLo, locale),
    isTranslation: row.original !== locale && Boolean(locale === "lo" ? titleLo : titleEn),
    plan: textOf(plan.periodEn, plan.periodLo, locale),
    partner: plan.partner,
    lead:
      lead && known<Lead>({ code: lead.code, isState: lead.isState, name: textOf(lead.nameEn, lead.nameLo, locale) }),
    stage: row.stage,
    body: row.stageBody,
    status: row.status,
    schedule: row.schedule,
    scheduleReason: row.scheduleReason,
    progress,
    percent: progress === null ? null : formatPercent(progress, locale),
    updated: updatedOn && formatDay(updatedOn, locale),
    start: startOn && formatDay(startOn, locale),
    end: endOn && formatDay(endOn, locale),
    budget: budgetUsd === null ? null : formatUsd(Number(budgetUsd), locale),
    canChange: row.can.progress,
  });
}

/** Removes null and false values. */
function known<T extends object>(all: { [K in keyof T]-?: T[K] | (undefined extends T[K] ? null | false : never) }): T {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(all)) {
    if (value !== null && value !== false) result[name] = value;
  }
  return result as T;
}

function textOf(en: string | null, lo: string | null, locale: Locale): CellText {
  const own = locale === "en" ? en : lo;
  if (own) return locale === "lo" ? keepLaoWords(own) : own;
  const other = locale === "en" ? lo : en;
  if (!other) return "";
  return locale === "en" ? { text: keepLaoWords(other), other: "lo" } : { text: other, other: "en" };
}
