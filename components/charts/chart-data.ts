import type { Route } from "next";
import type { ReactNode } from "react";
import type { ChartStep } from "@/domain/chart-steps";

/** What the parts of the bars stand for, in their order. */
export type ChartSeries = { key: string; label: string; step: ChartStep; glyph?: ReactNode };

/** Without an address the number leads nowhere, as on paper. */
export type ChartValue = { value: number; href?: Route };

/** One bar: its name, a value of each series in their order, and what it adds up to. */
export type ChartRow = {
  key: string;
  /** As text, for names of links. */
  name: string;
  /** The language of the name where it is not the page's. */
  lang?: string;
  label: ReactNode;
  values: readonly ChartValue[];
  total: ChartValue;
};

export type ChartData = { series: readonly ChartSeries[]; rows: readonly ChartRow[] };
