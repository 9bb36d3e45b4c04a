import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar } from "@/components/shell/page-bar";
import { compareAddress } from "@/features/meetings/compare-address";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { briefingAddress, briefingExport } from "@/features/reports/documents/meeting-briefing/address";
import { BriefingForm } from "@/features/reports/documents/meeting-briefing/form";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../../to-not-found";
import { briefingOf } from "./model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports"))("kind.meeting_briefing") };
}

export default async function BriefingPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = briefingAddress.read(toParams(await searchParams));
  const model = await briefingOf(context, query).catch(toNotFound);
  const t = await getTranslations("compare");
  const title = (await getTranslations("reports"))("kind.meeting_briefing");
  const shown = { ...query, lang: model.language };
  return (
    <>
      <PageBar
        crumbs={[
          { label: (await getTranslations("meetings"))("title"), href: "/meetings" },
          { label: t("title"), href: compareAddress.href(query) },
          { label: title },
        ]}
      />
      <ReportDesk
        title={title}
        form={<BriefingForm query={query} />}
        model={model}
        hrefOf={(format) => briefingExport.href({ ...shown, format })}
      />
    </>
  );
}
