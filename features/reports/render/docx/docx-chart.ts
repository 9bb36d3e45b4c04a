import { LineRuleType, Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import type { ChartStep } from "@/domain/chart-steps";
import { chartValues, type ReportChart, type ReportModel } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";
import { fileText } from "../script-parts";
import { latinFont } from "./docx-text";

/**
 * Fill and text colour of each step. The library's charts support neither hatching nor dashes, so
 * the bars show their numbers.
 */
const colours = {
  c4: { fill: "073840", text: "FFFFFF" },
  c3: { fill: "25808A", text: "FFFFFF" },
  c2: { fill: "A5D3D6", text: "000000" },
  c1: { fill: "E8F1F2", text: "000000" },
  hatch: { fill: "9AA6AB", text: "000000" },
  none: { fill: "D5DBDD", text: "000000" },
} as const satisfies Record<ChartStep, { fill: string; text: string }>;

/** Twips per pixel, as in Word. */
const twipsOfPixel = 15;
/** Pixels of a bar with its gap, and of the legend with the margins. */
const barHeight = 26;
const frameHeight = 70;

/**
 * A native Word chart with embedded data: the first row is the top bar, and each segment shows its
 * number.
 */
export function wordChart(chart: ReportChart, model: ReportModel, width: number): Paragraph {
  const { categories, series } = chartValues(chart);
  // The library and Word reject a chart without bars, or with bars without segments. The table is
  // shown alone.
  if (categories.length === 0 || series.length === 0) return new Paragraph({ children: [] });
  const font = { name: model.language === "lo" ? model.laoFont : latinFont };
  const run = new ChartRun({
    type: "bar",
    stacking: "stacked",
    categories: categories.map(fileText),
    series: series.map(({ name, step, values }) => ({
      name: fileText(name),
      values,
      color: colours[step].fill,
      dataLabels: { value: true, position: "center", numberFormat: "#,##0;;;", font: { color: colours[step].text } },
    })),
    gapWidth: 40,
    font,
    categoryAxis: { reverseOrder: true },
    valueAxis: { visible: false, gridlines: false },
    legend: { position: "bottom" },
    chartArea: { border: "none" },
    transformation: {
      width: Math.floor(width / twipsOfPixel),
      height: frameHeight + categories.length * barHeight,
    },
    altText: { name: fileText(chart.table.name), description: fileText(descriptionOf(chart, model.language)) },
  });
  // Without the line rule, LibreOffice treats the line height as exact and shows only the last 12
  // points of the chart.
  const spacing = { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO };
  return new Paragraph({ keepNext: true, spacing, children: [run] });
}

/** Alternative text of the chart: "2023: Completed 3, Ongoing 5; …". */
function descriptionOf(chart: ReportChart, language: Locale): string {
  const { categories, series } = chartValues(chart);
  return categories
    .map((category, index) => {
      const parts = series.flatMap(({ name, values }) => {
        const value = values[index];
        return value ? [`${name} ${formatNumber(value, language)}`] : [];
      });
      return `${category}: ${parts.join(", ")}`;
    })
    .join("; ");
}
