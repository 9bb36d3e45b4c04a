import type { BodyCode, Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Locale } from "@/domain/vocabulary";
import { formatDay, formatPercent, formatUsd } from "@/i18n/format";
import { keepLaoWords } from "@/i18n/lao-words";
import type { ActivityRow } from "../server/parts/select";

/** A text as a cell shows it: as it is in the reader's language, with the name of the other one where it is not, so that it is marked. */
export type CellText = string | { text: string; other: Locale };

/**
 * A row as the table shows it, in the reader's words: chosen and formatted on the server, so that the browser gets neither both
 * languages nor the means to format. What is not known, and what is not so, is left out: most rows have little of it.
 */
export type TableRow = {
  id: number;
  version: number;
  code: string;
  title: CellText;
  isTranslation?: true;
  isSample?: true;
  plan: CellText;
  partner?: string;
  lead?: { code: string; name: CellText; isState?: true };
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
  canChange?: true;
};

/** The rows of the list in the reader's language. */
export function tableRows(rows: readonly ActivityRow[], locale: Locale): TableRow[] {
  return rows.map((row) => rowOf(row, locale));
}

function rowOf(row: ActivityRow, locale: Locale): TableRow {
  const { plan, lead, stage, stageBody, status, schedule, scheduleReason, progress, updatedOn, startOn, endOn } = row;
  return {
    ...{ id: row.id, version: row.version, code: row.code },
    title: textOf(row.titleEn, row.titleLo, locale),
    ...(row.original !== locale && (locale === "lo" ? row.titleLo : row.titleEn) && { isTranslation: true as const }),
    ...(row.isSample && { isSample: true as const }),
    plan: textOf(plan.periodEn, plan.periodLo, locale),
    ...(plan.partner && { partner: plan.partner }),
    ...(lead && { lead: leadOf(lead, locale) }),
    ...(stage && { stage }),
    ...(stageBody && { body: stageBody }),
    ...(status && { status }),
    ...(schedule && { schedule }),
    ...(scheduleReason && { scheduleReason }),
    ...(progress !== null && { progress, percent: formatPercent(progress, locale) }),
    ...(updatedOn && { updated: formatDay(updatedOn, locale) }),
    ...(startOn && { start: formatDay(startOn, locale) }),
    ...(endOn && { end: formatDay(endOn, locale) }),
    ...(row.budgetUsd !== null && { budget: formatUsd(Number(row.budgetUsd), locale) }),
    ...(row.can.progress && { canChange: true as const }),
  };
}

function leadOf({ code, nameEn, nameLo, isState }: NonNullable<ActivityRow["lead"]>, locale: Locale): TableRow["lead"] {
  return { code, name: textOf(nameEn, nameLo, locale), ...(isState && { isState: true as const }) };
}

function textOf(en: string | null, lo: string | null, locale: Locale): CellText {
  const own = locale === "en" ? en : lo;
  if (own) return locale === "lo" ? keepLaoWords(own) : own;
  const other = locale === "en" ? lo : en;
  if (!other) return "";
  return locale === "en" ? { text: keepLaoWords(other), other: "lo" } : { text: other, other: "en" };
}
