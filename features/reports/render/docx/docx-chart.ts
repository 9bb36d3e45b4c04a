import { LineRuleType, Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import type { ChartStep } from "@/domain/chart-steps";
import { chartValues, type ReportChart, type ReportModel } from "@/domain/report-model";
import { fileText } from "../script-parts";
import { latinFont } from "./docx-text";

/**
 * Fill and text of each step; Word's charts know neither hatch nor dash here, so the numbers stand
 * in the bars.
 */
const colours = {
  c4: { fill: "073840", text: "FFFFFF" },
  c3: { fill: "25808A", text: "FFFFFF" },
  c2: { fill: "A5D3D6", text: "000000" },
  c1: { fill: "E8F1F2", text: "000000" },
  hatch: { fill: "9AA6AB", text: "000000" },
  none: { fill: "D5DBDD", text: "000000" },
} as const satisfies Record<ChartStep, { fill: string; text: string }>;

/** Twips of a pixel, as Word counts them. */
const twipsOfPixel = 15;
/** Pixels of a bar with its gap, and of the legend with the edges. */
const barHeight = 26;
const frameHeight = 70;

/**
 * A chart of Word itself, with its data in it: bars from the first row down, each part with its
 * number.
 */
export function wordChart(chart: ReportChart, model: ReportModel, width: number): Paragraph {
  const { categories, series } = chartValues(chart);
  // A chart without bars, or whose bars have no parts, is refused by the library, and by Word; its
  // table says what there is.
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
      dataLabels: { value: true, position: "center", numberFormat: "0;;;", font: { color: colours[step].text } },
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
    altText: { name: fileText(chart.table.name), description: fileText(descriptionOf(chart)) },
  });
  // Without the rule LibreOffice takes the line for an exact height and shows the chart's last 12
  // points.
  const spacing = { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO };
  return new Paragraph({ keepNext: true, spacing, children: [run] });
}

/** "2023: Completed 3, Ongoing 5; …" for those who cannot see it. */
function descriptionOf(chart: ReportChart): string {
  const { categories, series } = chartValues(chart);
  return categories
    .map((category, index) => {
      const parts = series.flatMap(({ name, values }) => (values[index] ? [`${name} ${values[index]}`] : []));
      return `${category}: ${parts.join(", ")}`;
    })
    .join("; ");
}
