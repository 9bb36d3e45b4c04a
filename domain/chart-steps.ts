/**
 * The steps of the chart palette, ordered by lightness from the furthest to the nearest; `hatch` for what was given up, `none` for
 * what nobody recorded. Each form of paper draws them in its own way.
 */
export const chartSteps = ["c4", "c3", "c2", "c1", "hatch", "none"] as const;
export type ChartStep = (typeof chartSteps)[number];
