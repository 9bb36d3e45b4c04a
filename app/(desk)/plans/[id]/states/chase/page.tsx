import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { outstandingReports } from "@/features/reports/documents/outstanding-reports/document";
import { ChaseForm } from "@/features/reports/documents/outstanding-reports/form";
import { listReportChoices } from "@/features/reports/server/list-report-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../../../to-not-found";
import { type PlanParams, planTitle } from "../../plan-params";

type Props = { params: PlanParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("reports"))("kind.chase_list"));
}

export default async function ChasePage({ params, searchParams }: Props) {
  const context = await pageContext();
  const query = outstandingReports.address.read(toParams(await searchParams));
  const planId = await rowIdOf(params);
  const [
    {
      model,
      chosen: { plan },
    },
    { states },
  ] = await Promise.all([
    outstandingReports.build(context, { id: planId, ...query }).catch(toNotFound),
    listReportChoices(context, {}),
  ]);
  const t = await getTranslations("reports");
  const plans = await getTranslations("plans");
  const words = await getTranslations("states");
  const title = t("kind.chase_list");
  const href = `/plans/${planId}` as Route;
  const shown = { ...query, lang: model.language };
  return (
    <>
      <PageBar
        crumbs={[
          { label: plans("title"), href: "/plans" },
          { label: context.locale === "lo" ? (plan.lo ?? plan.en) : plan.en, href },
          { label: words("title"), href: `${href}/states` as Route },
          { label: title },
        ]}
      />
      <ReportDesk
        title={title}
        form={<ChaseForm planId={planId} query={query} states={states} />}
        model={model}
        hrefOf={(format) => outstandingReports.fileHref({ ...shown, format }, { id: planId })}
      />
    </>
  );
}
