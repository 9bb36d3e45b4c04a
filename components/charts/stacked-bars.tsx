import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { Locale } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";
import { Link } from "../ui/link";
import { BarPart } from "./bar-part";
import type { ChartData, ChartRow } from "./chart-data";
import { ChartLegend } from "./chart-legend";
import { roomOf } from "./segment-room";

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
 * Stacked bars, drawn on the server. Each number links to its rows; it stands in its segment, or
 * after the bar where the segment is too narrow.
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
            <div data-bar className="grid min-w-0 gap-y-0.5">
              <Bar row={row} parts={partsOf(row, data, longest)} />
              <NarrowParts row={row} parts={partsOf(row, data, longest)} />
            </div>
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

type Part = ReturnType<typeof partsOf>[number];

/** The segments of a bar that are not empty. */
function partsOf(row: ChartRow, { series, locale }: ChartData, longest: number) {
  let x = 0;
  const parts = series.map((one, index) => {
    const { value = 0, href = row.total.href } = row.values[index] ?? {};
    const width = Math.max((value / longest) * 100 - gap, 0.2);
    const part = { ...one, value, shown: formatNumber(value, locale), href, x, width, room: roomOf(width) };
    x += (value / longest) * 100;
    return part;
  });
  return parts.filter(({ value }) => value > 0);
}

function Bar({ row, parts }: { row: ChartRow; parts: readonly Part[] }) {
  return (
    <svg width="100%" height="100%" className="h-6.5 max-sm:h-10">
      <title lang={row.lang}>{row.name}</title>
      {parts.map((part) => (
        <BarPart key={part.key} title={nameOf(row, part)} step={part.step} x={part.x} width={part.width}>
          <g data-from={part.room.number}>
            <PartLink href={part.href} label={nameOf(row, part)}>
              <rect width="100%" height="100%" fill="transparent" />
              <PartMark part={part} />
            </PartLink>
          </g>
        </BarPart>
      ))}
    </svg>
  );
}

/** The glyph and the number in the middle of the segment, or the number alone. */
function PartMark({ part: { glyph, shown, room } }: { part: Part }) {
  const text = { y: "4.5", fill: "currentColor", className: "font-semibold text-xs" };
  return (
    <svg x="50%" y="50%" overflow="visible" aria-hidden="true">
      {glyph && (
        <g data-from={room.glyph}>
          {/* A frame of its own: a style sheet sets no size of an `svg` within another one. */}
          <svg aria-hidden="true" x="-17" y="-7" width="14" height="14" viewBox="0 0 14 14">
            {glyph}
          </svg>
          <text {...text} x="3">
            {shown}
          </text>
        </g>
      )}
      <text {...text} textAnchor="middle" data-below={glyph ? room.glyph : undefined}>
        {shown}
      </text>
    </svg>
  );
}

/** The numbers for which the bar has no room, with their words. */
function NarrowParts({ row, parts }: { row: ChartRow; parts: readonly Part[] }) {
  return (
    <span className="flex flex-wrap gap-x-2.5 text-ink-2 text-xs">
      {parts.map((part) => (
        <span key={part.key} data-below={part.room.number}>
          {/* The name ends with the words that are seen, so that it can be spoken. */}
          <PartLink href={part.href} label={`${row.lang ? "" : `${row.name}: `}${part.shown} ${part.label}`}>
            <span className="inline-flex min-h-6 items-center gap-1 max-sm:min-h-10">
              <strong className="font-semibold">{part.shown}</strong> <span>{part.label}</span>
            </span>
          </PartLink>
        </span>
      ))}
    </span>
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
