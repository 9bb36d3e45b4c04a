import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { type StatesQuery, statesAddress } from "@/features/plans/address";
import { StateList } from "@/features/plans/components/state-list";
import { StatesFilters } from "@/features/plans/components/states-filters";
import { StatesMatrix } from "@/features/plans/components/states-matrix";
import { StatesSummary } from "@/features/plans/components/states-summary";
import { listStateShares, type StateShares } from "@/features/plans/server/list-state-shares";
import { getAccount } from "@/features/users/server/get-account";
import { formatDay, formatNumber } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { LeftOut } from "../../../left-out";
import { rowIdOf, toNotFound } from "../../../to-not-found";
import { type PlanParams, planTitle } from "../plan-params";

type Props = { params: PlanParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("states"))("title"));
}

export default async function StatesPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const searched = toParams(await searchParams);
  const query = statesAddress.read(searched);
  const planId = await rowIdOf(params);
  const [page, account] = await Promise.all([
    listStateShares(context, { planId, query }).catch(toNotFound),
    getAccount(context, {}),
  ]);
  const t = await getTranslations("states");
  const plans = await getTranslations("plans");
  const title = context.locale === "lo" ? (page.plan.lo ?? page.plan.en) : page.plan.en;
  const href = `/plans/${planId}` as Route;
  const chase = `${href}/states/chase${query.state ? `?state=${query.state}` : ""}` as Route;
  return (
    <>
      <PageBar crumbs={[{ label: plans("title"), href: "/plans" }, { label: title, href }, { label: t("title") }]} />
      <PageBody>
        <PageHeader
          title={t("titleOf", { plan: title })}
          actions={
            <>
              <ButtonLink href={href}>{t("toPlan")}</ButtonLink>
              <ButtonLink href={chase} look="primary">
                {t("chase.action")}
              </ButtonLink>
            </>
          }
        >
          {t("lead", { days: page.silentAfter, day: formatDay(page.day, context.locale) })}
        </PageHeader>
        {page.plan.state === "closed" && <Banner tone="info">{t("closed")}</Banner>}
        <StatesSummary page={page} ownState={account.stateCode} />
        <LeftOut filters={statesAddress.leftOut(searched)} />
        <StatesFilters page={page} query={query} />
        <Shares page={page} query={query} />
        <Steps page={page} query={query} />
      </PageBody>
    </>
  );
}

async function Shares({ page, query }: { page: StateShares; query: StatesQuery }) {
  const t = await getTranslations("states");
  const { locale } = await pageContext();
  const { chosen } = page;
  const sheet = "rounded-xl border border-line bg-surface shadow-1";
  if (page.rows.length === 0) {
    return (
      <div className={sheet}>
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      </div>
    );
  }
  if (chosen) {
    return (
      <section aria-labelledby="shares-title" className={sheet}>
        <h2 id="shares-title" className="px-4 pt-2.5 font-semibold text-md max-sm:px-3.5">
          {t("listOf", { state: locale === "lo" ? (chosen.lo ?? chosen.en) : chosen.en })}
        </h2>
        <StateList page={page} code={chosen.code} />
      </section>
    );
  }
  return (
    <>
      <div className={`${sheet} max-sm:hidden print:block`}>
        <StatesMatrix page={page} query={query} />
      </div>
      <p className="text-ink-2 text-sm sm:hidden print:hidden">{t("wide")}</p>
    </>
  );
}

async function Steps({ page: { plan, from, to, total, pageCount }, query }: { page: StateShares; query: StatesQuery }) {
  const ui = await getTranslations("ui");
  const { locale } = await pageContext();
  const number = (value: number) => formatNumber(value, locale);
  const step = (page: number, label: string) => ({
    href: page >= 1 && page <= pageCount ? statesAddress.href({ ...query, page }, { id: plan.id }) : null,
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
