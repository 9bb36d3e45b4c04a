import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { edit } from "@/features/activities/actions";
import { ActivityForm } from "@/features/activities/components/forms/activity-form";
import { activityFormProps } from "@/features/activities/components/forms/activity-form-props";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { getEditForm } from "@/features/activities/server/get-edit-form";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("activity.edit"))("editTitle"));
}

export default async function EditPage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, can } = await entryOf(context, params);
  refuseUnless(can.edit);
  const t = await getTranslations("activity.edit");
  const { code, values } = await getEditForm(context, { entryId: entry.id });
  const href = `/activities/${entry.id}` as Route;
  return (
    <FormPage title={t("editTitle")} code={code} entryId={entry.id}>
      <ActivityForm
        {...(await activityFormProps(context, t("save"), entry.id))}
        action={edit}
        initial={{ ...values, entryId: String(entry.id) }}
        form={`edit:${entry.id}`}
        href={`${href}/edit` as Route}
        backHref={href}
      />
    </FormPage>
  );
}
