import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { decisionFollowUp } from "@/features/reports/documents/decision-follow-up/document";
import { FollowUpForm } from "@/features/reports/documents/decision-follow-up/form";
import { listReportChoices } from "@/features/reports/server/list-report-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports"))("kind.decision_follow_up") };
}

export default async function DecisionFollowUpPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = decisionFollowUp.address.read(toParams(await searchParams));
  const [{ model, chosen }, choices] = await Promise.all([
    decisionFollowUp.build(context, query).catch(toNotFound),
    listReportChoices(context, {}),
  ]);
  const t = await getTranslations("reports");
  const title = t("kind.decision_follow_up");
  const shown = { ...query, period: chosen.period, lang: model.language };
  return (
    <>
      <PageBar crumbs={[{ label: t("page.title"), href: "/reports" }, { label: title }]} />
      <ReportDesk
        title={title}
        form={<FollowUpForm query={query} period={chosen.period} choices={choices} />}
        model={model}
        hrefOf={(format) => decisionFollowUp.fileHref({ ...shown, format })}
      />
    </>
  );
}
