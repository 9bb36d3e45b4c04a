/** The columns of a list of activities, on screen and on paper, each with the noun that names it (`terms.noun`). */
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
