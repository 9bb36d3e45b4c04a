import { getTranslations } from "next-intl/server";
import { remove, submit } from "../actions";
import type { EntryPage } from "../server/get-entry";
import { DraftButton } from "./draft-button";

/** What can be done with a draft: hand it in, or remove it. */
export async function DraftButtons({ page: { entry, can } }: { page: EntryPage }) {
  const t = await getTranslations("activity");
  const row = { entryId: entry.id, version: entry.version };
  return (
    <>
      {can.remove && (
        <DraftButton {...row} action={remove} label={t("actions.remove")} look="danger" question={t("confirmRemove")} />
      )}
      {can.submit && <DraftButton {...row} action={submit} label={t("actions.submit")} look="primary" />}
    </>
  );
}
