import { getTranslations } from "next-intl/server";
import type { ActivityColumn } from "../list-columns";

const nounOf = {
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
} as const satisfies Record<ActivityColumn, string>;

/** What a column is called, in the reader's language. */
export async function columnName(key: ActivityColumn): Promise<string> {
  const terms = await getTranslations("terms");
  return terms(`noun.${nounOf[key]}`);
}
