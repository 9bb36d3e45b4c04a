import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { frameworks } from "@/domain/vocabulary";
import { PlansTable } from "@/features/plans/components/plans-table";
import { listPlans } from "@/features/plans/server/list-plans";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("plans"))("title") };
}

export default async function PlansPage() {
  const context = await pageContext();
  const { plans, can } = await listPlans(context, {});
  const t = await getTranslations("plans");
  const years = await getTranslations("years");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-ink-2 text-sm">{t("intro")}</p>
          <span className="flex flex-wrap gap-2">
            <ButtonLink href="/plans/lineage">{years("lineage.action")}</ButtonLink>
            {can.create && (
              <ButtonLink href="/plans/new" look="primary">
                {t("new")}
              </ButtonLink>
            )}
          </span>
        </div>
        <div id="rows" tabIndex={-1} className="flex flex-col gap-3.5 outline-none">
          {frameworks.map((framework) => (
            <Card key={framework} title={t(`group.${framework}`)}>
              <PlansTable
                plans={plans.filter((plan) => plan.framework === framework)}
                label={t(`group.${framework}`)}
              />
            </Card>
          ))}
        </div>
      </PageBody>
    </>
  );
}
