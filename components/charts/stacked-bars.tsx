import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { Locale } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";
import { Link } from "../ui/link";
import { BarPart } from "./bar-part";
import type { ChartData, ChartRow } from "./chart-data";
import { ChartLegend } from "./chart-legend";

/**
 * Segments narrower than this percentage have no room for a number that can be clicked; the table
 * below has it.
 */
const roomFor = 13;
const gap = 0.5;
const narrow = "grid-cols-[minmax(6rem,30%)_1fr_2.25rem]";
const wide = "grid-cols-[1fr_2.25rem] sm:grid-cols-[minmax(6rem,34%)_1fr_2.25rem]";

type Props = {
  data: ChartData;
  label: string;
  /** True for names of several lines: on phones they are above their bars. */
  hasLongNames?: boolean;
};

/**
 * Stacked bars, drawn on the server. Each segment has a glyph and a number that links to its rows.
 */
export function StackedBars({ data, label, hasLongNames = false }: Props) {
  const longest = Math.max(1, ...data.rows.map((row) => row.total.value));
  return (
    <figure aria-label={label}>
      <ChartLegend series={data.series} />
      <ul className="flex flex-col gap-1">
        {data.rows.map((row) => (
          <li key={row.key} className={classes("grid items-center gap-x-2", hasLongNames ? wide : narrow)}>
            <span className={classes("min-w-0 text-sm", hasLongNames && "max-sm:col-span-2")} lang={row.lang}>
              {row.label}
            </span>
            <Bar row={row} data={data} longest={longest} />
            <Total row={row} locale={data.locale} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Total({ row: { name, total }, locale }: { row: ChartRow; locale: Locale }) {
  const value = formatNumber(total.value, locale);
  if (!total.href) return <span className="pr-1 text-right font-semibold text-sm">{value}</span>;
  return (
    <Link
      href={total.href}
      aria-label={`${name}: ${value}`}
      className="inline-flex min-h-6 items-center justify-end rounded-sm pr-1 font-semibold text-sm hover:text-accent hover:underline max-sm:min-h-10"
    >
      {value}
    </Link>
  );
}

/**
 * A name in another language is only in the title of the bar, because one text cannot be marked
 * with two languages.
 */
function nameOf({ name, lang }: ChartRow, { label, shown }: { label: string; shown: string }): string {
  return lang ? `${label}: ${shown}` : `${name}, ${label}: ${shown}`;
}

function Bar({ row, data, longest }: { row: ChartRow; data: ChartData; longest: number }) {
  let x = 0;
  const parts = data.series.map((series, index) => {
    const { value = 0, href = row.total.href } = row.values[index] ?? {};
    const width = (value / longest) * 100;
    const part = {
      ...series,
      value,
      shown: formatNumber(value, data.locale),
      href,
      x,
      width: Math.max(width - gap, 0.2),
    };
    x += width;
    return part;
  });
  return (
    <svg width="100%" height="100%" className="h-6 max-sm:h-10">
      <title lang={row.lang}>{row.name}</title>
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <BarPart key={part.key} title={nameOf(row, part)} step={part.step} x={part.x} width={part.width}>
            {part.width >= roomFor && (
              <PartLink href={part.href} label={nameOf(row, part)}>
                <rect width="100%" height="100%" fill="transparent" />
                <svg x="50%" y="50%" overflow="visible" aria-hidden="true">
                  <g transform="translate(-19 -7)">{part.glyph}</g>
                  <text x={part.glyph ? 4 : -3} y="4.5" fill="currentColor" className="font-semibold text-xs">
                    {part.shown}
                  </text>
                </svg>
              </PartLink>
            )}
          </BarPart>
        ))}
    </svg>
  );
}

/** In print the number has no link. */
function PartLink({ href, label, children }: { href?: Route; label: string; children: ReactNode }) {
  if (!href) return children;
  return (
    <a href={href} aria-label={label} className="hover:underline">
      {children}
    </a>
  );
}
