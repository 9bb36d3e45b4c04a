import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { countryProgress } from "@/features/reports/documents/country-progress/document";
import { ProgressForm } from "@/features/reports/documents/country-progress/form";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { listReportChoices } from "@/features/reports/server/list-report-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports"))("kind.country_progress") };
}

export default async function CountryProgressPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = countryProgress.address.read(toParams(await searchParams));
  const [{ model, chosen }, choices, home] = await Promise.all([
    countryProgress.build(context, query).catch(toNotFound),
    listReportChoices(context, {}),
    getHomeOrganisation(context, {}),
  ]);
  const t = await getTranslations("reports");
  const title = t("kind.country_progress");
  const homeState = home.states.find(({ code }) => code === home.value.stateCode);
  const { state, period, meeting } = chosen;
  // The link contains what is shown, so that a colleague gets the same file, also later.
  const shown = { ...query, state, period, meeting, lang: model.language };
  return (
    <>
      <PageBar crumbs={[{ label: t("page.title"), href: "/reports" }, { label: title }]} />
      <ReportDesk
        title={title}
        form={
          <ProgressForm
            query={query}
            chosen={chosen}
            choices={choices}
            homeState={(context.locale === "lo" && homeState?.lo) || (homeState?.en ?? "")}
          />
        }
        model={model}
        hrefOf={(format) => countryProgress.fileHref({ ...shown, format })}
      />
    </>
  );
}
