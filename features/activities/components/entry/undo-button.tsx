import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { undo } from "@/features/activities/actions";
import type { EntryPage } from "@/features/activities/server/get-entry";

/** Takes back the entry's last change; nothing where that is not possible. */
export async function UndoButton({ page }: { page: Pick<EntryPage, "entry" | "undo"> }) {
  const t = await getTranslations("activity");
  if (!page.undo) return null;
  const { versionId, count } = page.undo;
  // Of a change of many entries all are taken back, so that is asked first.
  const question = count > 1 ? t("confirmUndo", { count }) : undefined;
  return (
    <ActButton
      fields={{ versionId, entryId: page.entry.id }}
      action={undo}
      label={t("actions.undo")}
      look="quiet"
      question={question}
    />
  );
}
