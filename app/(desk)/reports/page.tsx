import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { reportsAddress } from "@/features/reports/address";
import { listReportChoices } from "@/features/reports/server/list-report-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports.page"))("title") };
}

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { can } = await listReportChoices(context, {});
  const hasSavedSettings = reportsAddress.read(toParams(await searchParams)).saved === "settings";
  const t = await getTranslations("reports");
  const papers: { key: string; title: string; about: string; href: Route; action: string }[] = [
    {
      key: "country-progress",
      title: t("kind.country_progress"),
      about: t("page.progressAbout"),
      href: "/reports/country-progress",
      action: t("page.open"),
    },
    {
      key: "yearly-progress",
      title: t("kind.yearly_progress"),
      about: t("page.yearlyAbout"),
      href: "/reports/yearly-progress",
      action: t("page.open"),
    },
    {
      key: "work-plan",
      title: t("kind.work_plan_matrix"),
      about: t("page.matrixAbout"),
      href: "/reports/work-plan",
      action: t("page.open"),
    },
    {
      key: "decision-follow-up",
      title: t("kind.decision_follow_up"),
      about: t("page.followUpAbout"),
      href: "/reports/decision-follow-up",
      action: t("page.open"),
    },
    {
      key: "list",
      title: t("kind.activity_list"),
      about: t("page.listAbout"),
      href: "/activities",
      action: t("page.toActivities"),
    },
  ];
  return (
    <>
      <PageBar title={t("page.title")} />
      <PageBody>
        {hasSavedSettings && <Banner tone="result">{t("settings.saved")}</Banner>}
        <p className="text-ink-2 text-sm">{t("page.intro")}</p>
        <div className="grid gap-3.5 sm:grid-cols-2">
          {papers.map(({ key, title, about, href, action }) => (
            <Card key={key} id={key} title={title} className="flex flex-col">
              <p className="mb-3 flex-1 text-sm">{about}</p>
              <div className="pb-1">
                <ButtonLink href={href} aria-label={`${action}: ${title}`}>
                  {action}
                </ButtonLink>
              </div>
            </Card>
          ))}
        </div>
        {can.changeSettings && (
          <p className="text-sm">
            <ButtonLink href="/reports/settings" look="quiet">
              {t("page.settingsLink")}
            </ButtonLink>
          </p>
        )}
      </PageBody>
      <DraftGuard person={String(context.actor.userId)} saved={hasSavedSettings ? "home-organisation" : undefined} />
    </>
  );
}
