import { ChartPatterns } from "@/components/charts/bar-part";
import type { ChartRow } from "@/components/charts/chart-data";
import { StackedBars } from "@/components/charts/stacked-bars";
import { chartValues, type ReportChart } from "@/domain/report-model";
import type { DocumentContext } from "./runs";
import { DocumentTable } from "./table";

/** The bars, with their table below. The bars take their numbers from the table. */
export function DocumentChart({ chart, paper }: { chart: ReportChart; paper: DocumentContext }) {
  if (chart.table.rows.length === 0) return <DocumentTable table={chart.table} paper={paper} />;
  const { categories, languages, series } = chartValues(chart);
  const rows = categories.map((name, index): ChartRow => {
    const values = series.map((one) => ({ value: one.values[index] ?? 0 }));
    const total = { value: values.reduce((sum, { value }) => sum + value, 0) };
    const lang = languages[index] === paper.language ? undefined : languages[index];
    return { key: String(index), name, lang, label: name, values, total };
  });
  return (
    <div className="my-2.5 break-inside-avoid">
      <ChartPatterns />
      <StackedBars
        data={{
          locale: paper.language,
          series: series.map(({ key, name, step }) => ({ key, label: name, step })),
          rows,
        }}
        label={chart.table.name}
      />
      <DocumentTable table={chart.table} paper={paper} />
    </div>
  );
}
