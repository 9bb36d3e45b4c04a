import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar } from "@/components/shell/page-bar";
import { countRows } from "@/domain/report-model";
import { compareHref } from "@/features/meetings/compare-query";
import { BriefingForm } from "@/features/reports/components/briefing-form";
import { DownloadLinks } from "@/features/reports/components/download-links";
import { ReportDesk } from "@/features/reports/components/report-desk";
import { briefingExportHref, readBriefingQuery } from "@/features/reports/report-query";
import { pageContext } from "@/server/request-context";
import { type SearchParams, toParams } from "../../../search-params";
import { toNotFound } from "../../../to-not-found";
import { briefingOf } from "./model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("kind.meeting_briefing") };
}

export default async function BriefingPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = readBriefingQuery(toParams(await searchParams));
  const model = await briefingOf(context, query).catch(toNotFound);
  const t = await getTranslations("compare");
  const title = (await getTranslations("reports"))("kind.meeting_briefing");
  const shown = { ...query, lang: model.language };
  return (
    <>
      <PageBar
        crumbs={[
          { label: (await getTranslations("meetings"))("title"), href: "/meetings" },
          { label: t("title"), href: compareHref(query) },
          { label: title },
        ]}
      />
      <ReportDesk
        title={title}
        form={<BriefingForm query={query} />}
        downloads={<DownloadLinks rows={countRows(model)} hrefOf={(format) => briefingExportHref(shown, format)} />}
        model={model}
      />
    </>
  );
}
