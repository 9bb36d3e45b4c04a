import { getTranslations } from "next-intl/server";
import { nounOfColumn } from "@/domain/listed-columns";
import type { ActivityColumn } from "@/features/activities/list-columns";

/** The label of a column in the reader's language. */
export async function columnName(key: ActivityColumn): Promise<string> {
  const terms = await getTranslations("terms");
  return terms(`noun.${nounOfColumn[key]}`);
}
