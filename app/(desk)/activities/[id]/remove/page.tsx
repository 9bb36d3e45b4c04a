import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { merge, remove } from "@/features/activities/actions";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { RemovalForm } from "@/features/activities/components/forms/removal-form";
import { getTakingBack } from "@/features/settings/server/get-taking-back";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("activity.removal"))("title"));
}

/** Removes a proposal on which no meeting has decided, or merges it as a duplicate. */
export default async function RemovePage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity, can } = await entryOf(context, params);
  refuseUnless(can.remove);
  const t = await getTranslations("activity.removal");
  const ui = await getTranslations("ui");
  const { binDays } = await getTakingBack(context, {});
  const shared = {
    entryId: entry.id,
    version: entry.version,
    person: String(context.actor.userId),
    names: { reason: t("reason"), into: t("into") },
    notes: await noteLabels(),
  };
  const labels = { reasonHint: t("reasonHint"), saving: ui("saving"), cancel: ui("cancel") };
  return (
    <FormPage
      title={t("title")}
      code={activity.code}
      entryId={entry.id}
      lead={
        <BilingualText
          en={activity.titleEn}
          lo={activity.titleLo}
          locale={context.locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      }
    >
      <Card title={t("remove")}>
        <p className="mb-3 text-ink-2 text-sm">{t("lead", { days: binDays })}</p>
        <RemovalForm {...shared} action={remove} isMerge={false} labels={{ ...labels, save: t("remove") }} />
      </Card>
      <Card title={t("mergeTitle")}>
        <p className="mb-3 text-ink-2 text-sm">{t("mergeLead")}</p>
        <RemovalForm {...shared} action={merge} isMerge labels={{ ...labels, save: t("merge") }} />
      </Card>
    </FormPage>
  );
}
