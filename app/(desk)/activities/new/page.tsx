import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { create } from "@/features/activities/actions";
import { newActivityAddress } from "@/features/activities/address";
import { ActivityForm } from "@/features/activities/components/forms/activity-form";
import { activityFormProps } from "@/features/activities/components/forms/activity-form-props";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { getNewForm } from "@/features/activities/server/get-new-form";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { refuseUnless } from "../[id]/entry-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("activity.edit"))("newTitle") };
}

export default async function NewActivityPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { canCreate } = await getNewForm(context, {});
  refuseUnless(canCreate);
  const plan = newActivityAddress.read(toParams(await searchParams)).plan ?? "";
  const t = await getTranslations("activity.edit");
  const form = await activityFormProps(context, t("create"), 0);
  // Activities cannot be added to a plan that does not exist or is closed.
  refuseUnless(plan === "" || form.choices.plans.some(({ value }) => value === plan));
  return (
    <FormPage title={t("newTitle")}>
      <ActivityForm
        {...form}
        action={create}
        initial={{ planId: plan, originalLocale: context.locale, kind: "other", counted: "yes" }}
        form="new"
        href="/activities/new"
        backHref="/activities"
      />
    </FormPage>
  );
}
