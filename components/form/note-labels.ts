import { getTranslations } from "next-intl/server";
import type { FormNoteLabels } from "./form-notes";

/** The labels of the messages above a form. */
export async function noteLabels(): Promise<FormNoteLabels> {
  const t = await getTranslations("activity.form");
  return {
    restored: t("restored"),
    startAgain: t("startAgain"),
    conflictTitle: t("conflictTitle"),
    conflictHint: t("conflictHint"),
    field: t("field"),
    theirs: t("theirs"),
    yours: t("yours"),
    takeTheirs: t("takeTheirs"),
  };
}
