/** The columns of the activities table in their default order; they are also the sort keys. */
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

/** Shown by default. All columns would be too wide. */
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

/** Always shown: without them a row cannot be recognised. */
export const fixedColumns: readonly ActivityColumn[] = ["code", "title"];

/** The lists by which the table can be filtered. */
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
/** The rows of a list that is to be printed whole. */
export const printSize = 1000;
export const densities = ["compact", "comfortable"] as const;
export type Density = (typeof densities)[number];
