import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { FileText } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { present } from "@/domain/as-of";
import { compareAddress } from "@/features/meetings/compare-address";
import { CompareChanges } from "@/features/meetings/components/compare-changes";
import { CompareForm } from "@/features/meetings/components/compare-form";
import { CompareSummary } from "@/features/meetings/components/compare-summary";
import { compareMoments } from "@/features/meetings/server/compare-moments";
import { listCompareChoices } from "@/features/meetings/server/list-compare-choices";
import { briefingAddress } from "@/features/reports/documents/meeting-briefing/address";
import { formatDay } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("compare"))("title") };
}

export default async function ComparePage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = compareAddress.read(toParams(await searchParams));
  const { meetings, states } = await listCompareChoices(context, {});
  const { from, to } = { from: query.from, to: query.to ?? present };
  const comparison = from ? await compareMoments(context, { from, to, state: query.state }) : null;
  const t = await getTranslations("compare");
  const named = (moment: { day: string; meeting: string | null } | null) =>
    moment ? (moment.meeting ?? formatDay(moment.day, context.locale)) : t("today");
  return (
    <>
      <PageBar
        crumbs={[{ label: (await getTranslations("meetings"))("title"), href: "/meetings" }, { label: t("title") }]}
      />
      <PageBody>
        <PageHeader
          title={comparison ? t("heading", { from: named(comparison.from), to: named(comparison.to) }) : t("title")}
          actions={
            comparison &&
            comparison.entries.length > 0 && (
              <ButtonLink
                href={briefingAddress.href(query)}
                look="primary"
                icon={<FileText aria-hidden className="size-4" />}
              >
                {t("briefing")}
              </ButtonLink>
            )
          }
        >
          {comparison ? t("entries", { count: comparison.entries.length }) : t("lead")}
        </PageHeader>
        <CompareForm query={query} meetings={meetings} states={states} />
        {comparison?.isCut && <Banner tone="warn">{t("cut", { count: comparison.entries.length })}</Banner>}
        {!comparison && <p className="text-ink-2 text-sm">{t("needsTwo")}</p>}
        {comparison?.entries.length === 0 && <p className="text-ink-2 text-sm">{t("none")}</p>}
        {comparison && comparison.entries.length > 0 && (
          <>
            <CompareSummary comparison={comparison} />
            <CompareChanges comparison={comparison} />
          </>
        )}
      </PageBody>
    </>
  );
}
