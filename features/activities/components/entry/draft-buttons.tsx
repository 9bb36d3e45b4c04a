import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { remove, submit } from "@/features/activities/actions";
import type { EntryPage } from "@/features/activities/server/get-entry";

/** The actions on a draft: submit it, or remove it. */
export async function DraftButtons({ page: { entry, can } }: { page: EntryPage }) {
  const t = await getTranslations("activity");
  const fields = { entryId: entry.id, version: entry.version };
  return (
    <>
      {can.remove && (
        <ActButton
          fields={fields}
          action={remove}
          label={t("actions.remove")}
          look="danger"
          question={t("confirmRemove")}
        />
      )}
      {can.submit && <ActButton fields={fields} action={submit} label={t("actions.submit")} look="primary" />}
    </>
  );
}
