import { getLocale, getTranslations } from "next-intl/server";
import type { ChartData, ChartRow, ChartSeries } from "@/components/charts/chart-data";
import { StatusGlyph } from "@/components/ui/status-badge";
import { type ChartedStatus, chartedStatuses, stepOfStatus } from "@/domain/chart-steps";
import type { Status } from "@/domain/lifecycle";
import type { RowsFilter, RowsHref } from "../rows-filter";

type Count = { status: Status | null; total: number };
export type StatusGroup = Pick<ChartRow, "key" | "name" | "label"> & {
  counts: readonly Count[];
  filter: RowsFilter;
};

/** The number of entries with this status in these groups. */
export const totalOf = (counts: readonly Count[], status: ChartedStatus): number =>
  counts.reduce((sum, row) => ((row.status ?? "none") === status ? sum + row.total : sum), 0);

/** A chart of approved entries by status: one bar for each group, and only statuses that occur. */
export async function statusChart(groups: readonly StatusGroup[], rowsHref: RowsHref): Promise<ChartData> {
  const terms = await getTranslations("terms");
  const t = await getTranslations("overview");
  const used = chartedStatuses.filter((status) => groups.some(({ counts }) => totalOf(counts, status) > 0));
  const series: ChartSeries[] = used.map((status) => ({
    key: status,
    step: stepOfStatus[status],
    label: status === "none" ? t("notRecorded") : terms(`statusShort.${status}`),
    glyph: status === "none" ? undefined : <StatusGlyph status={status} plain />,
  }));
  const rows = groups.map(({ key, name, label, counts, filter }): ChartRow => {
    const approved: RowsFilter = { ...filter, stage: ["approved"] };
    return {
      key,
      name,
      label,
      values: used.map((status) => ({
        value: totalOf(counts, status),
        href: rowsHref({ ...approved, status: [status] }),
      })),
      total: { value: counts.reduce((sum, row) => sum + row.total, 0), href: rowsHref(approved) },
    };
  });
  return { locale: await getLocale(), series, rows };
}
