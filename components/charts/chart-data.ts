import type { Route } from "next";
import type { ReactNode } from "react";
import type { ChartStep } from "@/domain/chart-steps";
import type { Locale } from "@/domain/vocabulary";

/** The series of the bars, in order. */
export type ChartSeries = { key: string; label: string; step: ChartStep; glyph?: ReactNode };

/** Without an address the number is no link, as in print. */
export type ChartValue = { value: number; href?: Route };

/** One bar: its name, a value for each series in order, and the total. */
export type ChartRow = {
  key: string;
  /** Plain text, for the names of links. */
  name: string;
  /** The language of the name, if it is not that of the page. */
  lang?: string;
  label: ReactNode;
  values: readonly ChartValue[];
  total: ChartValue;
};

/** `locale` is the language in which the numbers are written. */
export type ChartData = { locale: Locale; series: readonly ChartSeries[]; rows: readonly ChartRow[] };
