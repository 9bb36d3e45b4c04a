import { BarPart } from "./bar-part";
import type { ChartSeries } from "./chart-data";

/** Explains the fills and glyphs. */
export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {series.map(({ key, label, step, glyph }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <svg width="18" height="12" aria-hidden="true" focusable="false">
            <BarPart title={label} step={step} x={0} width={100} />
          </svg>
          {glyph}
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
