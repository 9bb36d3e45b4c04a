import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { yearlyProgress } from "@/features/reports/documents/yearly-progress/document";
import { YearlyForm } from "@/features/reports/documents/yearly-progress/form";
import { listReportChoices } from "@/features/reports/server/list-report-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports"))("kind.yearly_progress") };
}

export default async function YearlyProgressPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = yearlyProgress.address.read(toParams(await searchParams));
  const [{ model, chosen }, choices] = await Promise.all([
    yearlyProgress.build(context, query).catch(toNotFound),
    listReportChoices(context, {}),
  ]);
  const t = await getTranslations("reports");
  const title = t("kind.yearly_progress");
  // The link contains what is shown, so that a colleague gets the same file, also later.
  const shown = { ...query, period: chosen.period, lang: model.language };
  return (
    <>
      <PageBar crumbs={[{ label: t("page.title"), href: "/reports" }, { label: title }]} />
      <ReportDesk
        title={title}
        form={<YearlyForm query={query} period={chosen.period} choices={choices} />}
        model={model}
        hrefOf={(format) => yearlyProgress.fileHref({ ...shown, format })}
      />
    </>
  );
}
