/**
 * The columns of a list of activities, on screen and in files, each with the message key of its
 * name (`terms.noun`).
 */
export const nounOfColumn = {
  code: "code",
  title: "activity",
  plan: "workPlan",
  lead: "leadState",
  stage: "stage",
  status: "status",
  schedule: "schedule",
  progress: "progress",
  updated: "updated",
  start: "startDate",
  end: "endDate",
  budget: "budget",
} as const;

export type ListedColumn = keyof typeof nounOfColumn;
