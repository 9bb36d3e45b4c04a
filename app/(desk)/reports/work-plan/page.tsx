import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { workPlanMatrix } from "@/features/reports/documents/work-plan/document";
import { MatrixForm } from "@/features/reports/documents/work-plan/form";
import { listReportChoices } from "@/features/reports/server/list-report-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports"))("kind.work_plan_matrix") };
}

export default async function WorkPlanMatrixPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = workPlanMatrix.address.read(toParams(await searchParams));
  const [{ model, chosen }, choices] = await Promise.all([
    workPlanMatrix.build(context, query).catch(toNotFound),
    listReportChoices(context, {}),
  ]);
  const t = await getTranslations("reports");
  const title = t("kind.work_plan_matrix");
  // The link contains what is shown, so that a colleague gets the same file, also later.
  const shown = { ...query, plan: chosen.plan, lang: model.language };
  return (
    <>
      <PageBar crumbs={[{ label: t("page.title"), href: "/reports" }, { label: title }]} />
      <ReportDesk
        title={title}
        form={<MatrixForm query={query} plan={chosen.plan} choices={choices} />}
        model={model}
        hrefOf={(format) => workPlanMatrix.fileHref({ ...shown, format })}
      />
    </>
  );
}
