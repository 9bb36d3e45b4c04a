import type { BodyCode, Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Locale } from "@/domain/vocabulary";
import type { ActivityRow } from "@/features/activities/server/lib/select";
import { formatDay, formatPercent, formatUsd } from "@/i18n/format";
import { keepLaoWords } from "@/i18n/lao-words";

/**
 * A text as a cell shows it: as it is in the reader's language, with the name of the other one
 * where it is not, so that it is marked.
 */
export type CellText = string | { text: string; other: Locale };

type Lead = { code: string; name: CellText; isState?: boolean };

/**
 * A row as the table shows it, in the reader's words: chosen and formatted on the server, so that
 * the browser gets neither both languages nor the means to format. What is not known, and what is
 * not so, is left out: most rows have little of it.
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
  /** Who decided, where the stage is named with it. */
  body?: BodyCode;
  /** These four are also what the forms begin with. */
  status?: Status;
  schedule?: Schedule;
  scheduleReason?: string;
  /** Percent. */
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

/** Without what is null or false. */
function known<T extends object>(all: { [K in keyof T]-?: T[K] | (undefined extends T[K] ? null | false : never) }): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(all)) {
    if (value !== null && value !== false) kept[name] = value;
  }
  return kept as T;
}

function textOf(en: string | null, lo: string | null, locale: Locale): CellText {
  const own = locale === "en" ? en : lo;
  if (own) return locale === "lo" ? keepLaoWords(own) : own;
  const other = locale === "en" ? lo : en;
  if (!other) return "";
  return locale === "en" ? { text: keepLaoWords(other), other: "lo" } : { text: other, other: "en" };
}
