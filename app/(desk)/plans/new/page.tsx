import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { frameworks } from "@/domain/vocabulary";
import { create } from "@/features/plans/actions";
import { PlanForm } from "@/features/plans/components/plan-form";
import { planFormProps } from "@/features/plans/components/plan-form-props";
import { listPlanChoices } from "@/features/plans/server/list-plan-choices";
import { listPlans } from "@/features/plans/server/list-plans";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("plans"))("newTitle") };
}

export default async function NewPlanPage() {
  const context = await pageContext();
  const { can } = await listPlans(context, {});
  if (!can.create) notFound();
  const choices = await listPlanChoices(context, {});
  const t = await getTranslations("plans");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const options = (rows: readonly { id: number; en: string; lo: string | null }[]) =>
    rows.map((row) => {
      const own = locale === "lo" ? row.lo : row.en;
      return { value: String(row.id), label: own ?? row.en, lang: own ? undefined : "en" };
    });
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/plans" }, { label: t("newTitle") }]} />
      <PageBody narrow>
        <PageHeader title={t("newTitle")} size="lg" />
        <PlanForm
          {...(await planFormProps(t("form.create")))}
          action={create}
          initial={{ framework: "adgsom_atrc", state: "preparing" }}
          person={String(context.actor.userId)}
          form="plan:new"
          href="/plans/new"
          backHref="/plans"
          choices={{
            frameworks: frameworks.map((value) => ({ value, label: terms(`framework.${value}`) })),
            periods: options(choices.periods),
            partners: options(choices.partners),
            masterplans: options(choices.masterplans),
          }}
        />
      </PageBody>
    </>
  );
}
