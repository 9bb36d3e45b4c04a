import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Link } from "@/components/ui/link";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { type DeadlinesQuery, deadlinesAddress } from "@/features/deadlines/address";
import { DeadlinesFilters } from "@/features/deadlines/components/deadlines-filters";
import { DeadlinesTable } from "@/features/deadlines/components/deadlines-table";
import { listDeadlines, type DeadlinesPage as Page } from "@/features/deadlines/server/list-deadlines";
import { formatNumber } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { LeftOut } from "../left-out";
import { toNotFound } from "../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("deadlines"))("title") };
}

export default async function DeadlinesPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const searched = toParams(await searchParams);
  const query = deadlinesAddress.read(searched);
  const page = await listDeadlines(context, { query }).catch(toNotFound);
  const t = await getTranslations("deadlines");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <p className="text-ink-2 text-sm">
          <span>{t("list.intro")}</span>{" "}
          <Link href={"/settings/account#calendar" as Route} className="link-inline">
            {t("list.toCalendar")}
          </Link>
        </p>
        <LeftOut filters={deadlinesAddress.leftOut(searched)} />
        <DeadlinesFilters query={query} window={page.window} />
        <div className="rounded-xl border border-line bg-surface shadow-1">
          {page.rows.length > 0 ? (
            <DeadlinesTable page={page} query={query} />
          ) : page.window.from > page.window.to ? (
            <EmptyState title={t("list.backwards")}>{t("list.backwardsHint")}</EmptyState>
          ) : (
            <EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>
          )}
        </div>
        {page.total > 0 && <Steps page={page} query={query} />}
      </PageBody>
    </>
  );
}

async function Steps({ page: { from, to, total, pageCount }, query }: { page: Page; query: DeadlinesQuery }) {
  const ui = await getTranslations("ui");
  const { locale } = await pageContext();
  const number = (value: number) => formatNumber(value, locale);
  const step = (page: number, label: string) => ({
    href: page >= 1 && page <= pageCount ? deadlinesAddress.href({ ...query, page }) : null,
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
