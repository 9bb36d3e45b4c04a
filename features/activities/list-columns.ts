/** The columns of the activities table, in their first order; also the keys by which it sorts. */
export const activityColumns = [
  "code",
  "title",
  "plan",
  "lead",
  "stage",
  "status",
  "schedule",
  "progress",
  "updated",
  "start",
  "end",
  "budget",
] as const;
export type ActivityColumn = (typeof activityColumns)[number];

/** Shown until a person chooses otherwise; a table of thirteen columns would hide what matters. */
export const defaultColumns: readonly ActivityColumn[] = [
  "code",
  "title",
  "plan",
  "lead",
  "stage",
  "status",
  "schedule",
  "progress",
  "updated",
];

/** A row says nothing without them. */
export const fixedColumns: readonly ActivityColumn[] = ["code", "title"];

/** The lists by which the table can be narrowed. */
export const facetNames = [
  "period",
  "plan",
  "stage",
  "status",
  "schedule",
  "state",
  "owner",
  "partner",
  "outcome",
  "priority",
  "signal",
  "sample",
] as const;
export type FacetName = (typeof facetNames)[number];

export const pageSizes = [25, 50, 100] as const;
export const densities = ["compact", "comfortable"] as const;
export type Density = (typeof densities)[number];
