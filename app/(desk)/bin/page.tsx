import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { binAddress } from "@/features/bin/address";
import { BinTable } from "@/features/bin/components/bin-table";
import { KindTabs } from "@/features/bin/components/kind-tabs";
import { binPageSize, listBin } from "@/features/bin/server/list-bin";
import { formatNumber } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("bin"))("title") };
}

/** What was removed and can still be restored. */
export default async function BinPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = binAddress.read(toParams(await searchParams));
  const { lines, total, days } = await listBin(context, { kind: query.kind, page: query.page });
  const t = await getTranslations("bin");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        {query.saved && <Banner tone="result">{t("restored")}</Banner>}
        <p className="text-ink-2 text-sm">{t("intro", { days })}</p>
        <KindTabs kind={query.kind} />
        {lines.length === 0 ? (
          <EmptyState title={t("empty", { days })} />
        ) : (
          <div className="rounded-xl border border-line bg-surface shadow-1">
            <BinTable lines={lines} />
          </div>
        )}
        {total > binPageSize && <BinPager query={query} total={total} />}
      </PageBody>
    </>
  );
}

type PagerProps = { query: ReturnType<typeof binAddress.read>; total: number };

async function BinPager({ query, total }: PagerProps) {
  const { locale } = await pageContext();
  const ui = await getTranslations("ui");
  const pageCount = Math.ceil(total / binPageSize);
  const number = (value: number) => formatNumber(value, locale);
  const step = (page: number, label: string) => ({
    href: page < 1 || page > pageCount ? null : (binAddress.href({ kind: query.kind, page }) as Route),
    label,
  });
  const from = (query.page - 1) * binPageSize + 1;
  const to = Math.min(query.page * binPageSize, total);
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
