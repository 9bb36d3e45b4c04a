import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { ButtonLink } from "@/components/ui/button";
import { Download } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { LineageFilters } from "@/features/plans/components/lineage-filters";
import { LineageTable } from "@/features/plans/components/lineage-table";
import { type LineageQuery, lineageAddress, lineageExport } from "@/features/plans/lineage-address";
import { listLineage, type LineagePage as Page } from "@/features/plans/server/list-lineage";
import { formatNumber } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { LeftOut } from "../../left-out";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("years"))("lineage.title") };
}

export default async function LineagePage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const searched = toParams(await searchParams);
  const query = lineageAddress.read(searched);
  const page = await listLineage(context, { query }).catch(toNotFound);
  const t = await getTranslations("years.lineage");
  const plans = await getTranslations("plans");
  return (
    <>
      <PageBar crumbs={[{ label: plans("title"), href: "/plans" }, { label: t("title") }]} />
      <PageBody>
        <PageHeader title={t("title")} size="lg" actions={<Downloads query={query} />}>
          {t("lead")}
        </PageHeader>
        <LeftOut filters={lineageAddress.leftOut(searched)} />
        <LineageFilters query={query} choices={page.choices} />
        <div className="rounded-xl border border-line bg-surface shadow-1">
          {page.rows.length > 0 ? (
            <LineageTable page={page} query={query} />
          ) : (
            <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
          )}
        </div>
        <Steps page={page} query={query} />
      </PageBody>
    </>
  );
}

async function Downloads({ query }: { query: LineageQuery }) {
  const t = await getTranslations("reports");
  const { locale } = await pageContext();
  const icon = <Download aria-hidden className="size-4" />;
  return (["xlsx", "csv"] as const).map((format) => (
    <ButtonLink
      key={format}
      href={lineageExport.href({ ...query, page: 1, format, lang: locale })}
      plain
      download
      icon={icon}
    >
      {t(`format.${format}`)}
    </ButtonLink>
  ));
}

async function Steps({ page: { from, to, total, pageCount }, query }: { page: Page; query: LineageQuery }) {
  const ui = await getTranslations("ui");
  const { locale } = await pageContext();
  const number = (value: number) => formatNumber(value, locale);
  const step = (page: number, label: string) => ({
    href: page >= 1 && page <= pageCount ? lineageAddress.href({ ...query, page }) : null,
    label,
  });
  return (
    <Pager
      label={ui("pager.label")}
      range={ui("pager.range", { from: number(from), to: number(to), total: number(total) })}
      page={ui("pager.page", { page: number(query.page), pages: number(pageCount) })}
      previous={step(query.page - 1, ui("pager.previous"))}
      next={step(query.page + 1, ui("pager.next"))}
    />
  );
}
