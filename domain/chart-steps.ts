import type { Status } from "./lifecycle";

/**
 * The steps of the chart palette, ordered by lightness from the furthest to the nearest; `hatch` for what was given up, `none` for
 * what nobody recorded. Each form of paper draws them in its own way.
 */
export const chartSteps = ["c4", "c3", "c2", "c1", "hatch", "none"] as const;
export type ChartStep = (typeof chartSteps)[number];

export type ChartedStatus = Status | "none";

/** The order of statuses in charts, the furthest first; `none` where nobody recorded one. */
export const chartedStatuses = [
  "completed",
  "implemented",
  "ongoing",
  "not_started",
  "cancelled",
  "none",
] as const satisfies readonly ChartedStatus[];

/** Which step stands for which status, on every screen and paper. */
export const stepOfStatus: Readonly<Record<ChartedStatus, ChartStep>> = {
  completed: "c4",
  implemented: "c3",
  ongoing: "c2",
  not_started: "c1",
  cancelled: "hatch",
  none: "none",
};
