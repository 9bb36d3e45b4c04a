import { getTranslations } from "next-intl/server";
import type { Locale } from "@/domain/vocabulary";
import type { ActivityPage } from "@/features/activities/server/list-activities";
import { formatNumber, formatPercent, formatUsd } from "@/i18n/format";
import { interpolate } from "./interpolate";

/** The totals of all matching rows and the position of this page, formatted for the reader. */
export type ListSums = {
  total: number;
  /** For example "90 rows". */
  rows: string;
  /** Mean progress and total budget, if known. */
  more: readonly string[];
  /** For example "1–25 of 90". */
  range: string;
  /** For example "Page 1 of 4". */
  page: string;
  pageCount: number;
};

/** Formats the totals of a page of `size` rows. */
export async function listSums({ totals, page, pageCount }: ActivityPage, size: number, locale: Locale) {
  const t = await getTranslations("activities");
  const ui = await getTranslations("ui");
  const number = (value: number) => formatNumber(value, locale);
  const from = totals.total === 0 ? 0 : (page - 1) * size + 1;
  const to = Math.min(totals.total, page * size);
  return {
    total: totals.total,
    rows: t("totalRows", { count: totals.total }),
    more: [
      ...(totals.progress === null
        ? []
        : [interpolate(t.raw("meanProgress") as string, { percent: formatPercent(totals.progress, locale) })]),
      ...(totals.budgetUsd === null ? [] : [formatUsd(Number(totals.budgetUsd), locale)]),
    ],
    range: interpolate(ui.raw("pager.range") as string, {
      from: number(from),
      to: number(to),
      total: number(totals.total),
    }),
    page: interpolate(ui.raw("pager.page") as string, { page: number(page), pages: number(pageCount) }),
    pageCount,
  } satisfies ListSums;
}
