import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { ButtonLink } from "@/components/ui/button";
import { submit, withdraw } from "@/features/activities/actions";
import type { EntryPage } from "@/features/activities/server/get-entry";

/** The actions on a proposal: submit it, withdraw it, or remove it. */
export async function DraftButtons({ page: { entry, can } }: { page: EntryPage }) {
  const t = await getTranslations("activity");
  const fields = { entryId: entry.id, version: entry.version };
  return (
    <>
      {can.remove && (
        <ButtonLink href={`/activities/${entry.id}/remove` as Route} look="danger">
          {t("actions.remove")}
        </ButtonLink>
      )}
      {can.withdraw && (
        <ActButton fields={fields} action={withdraw} label={t("actions.withdraw")} question={t("confirmWithdraw")} />
      )}
      {can.submit && <ActButton fields={fields} action={submit} label={t("actions.submit")} look="primary" />}
    </>
  );
}
