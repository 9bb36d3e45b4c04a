import type { Status } from "./lifecycle";

/**
 * The steps of the chart palette, ordered by lightness from most to least advanced. `hatch` marks
 * what was cancelled, `none` what is not recorded. Each renderer draws them in its own way.
 */
export const chartSteps = ["c4", "c3", "c2", "c1", "hatch", "none"] as const;
export type ChartStep = (typeof chartSteps)[number];

export type ChartedStatus = Status | "none";

/** The order of statuses in charts, the most advanced first; `none` is "not recorded". */
export const chartedStatuses = [
  "completed",
  "implemented",
  "ongoing",
  "not_started",
  "cancelled",
  "none",
] as const satisfies readonly ChartedStatus[];

/** The step of each status, the same on screen and in every document. */
export const stepOfStatus: Readonly<Record<ChartedStatus, ChartStep>> = {
  completed: "c4",
  implemented: "c3",
  ongoing: "c2",
  not_started: "c1",
  cancelled: "hatch",
  none: "none",
};
