import { getLocale, getTranslations } from "next-intl/server";
import { Pager } from "@/components/ui/pager";
import { Segments } from "@/components/ui/tabs";
import { formatNumber, formatPercent, formatUsd } from "@/i18n/format";
import { pageSizes } from "../list-columns";
import { type ActivityListQuery, listHref } from "../list-query";
import type { ActivityPage } from "../server/list-activities";

type Props = { query: ActivityListQuery; result: ActivityPage };

/** What the whole selection adds up to, and the steps through its pages. */
export async function ListFooter({ query, result: { totals, page, pageCount } }: Props) {
  const t = await getTranslations("activities");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const number = (value: number) => formatNumber(value, locale);
  const from = totals.total === 0 ? 0 : (page - 1) * query.size + 1;
  const to = Math.min(totals.total, page * query.size);
  const step = (target: number, label: string) => ({
    href: target >= 1 && target <= pageCount ? listHref({ ...query, page: target, edit: null }) : null,
    label,
  });
  return (
    <div className="flex flex-col gap-2 px-3.5 py-2.5">
      <p className="text-ink-2 text-xs">
        {t("totals")}: <strong className="font-semibold text-ink">{t("totalRows", { count: totals.total })}</strong>
        {totals.progress !== null && ` · ${t("meanProgress", { percent: formatPercent(totals.progress, locale) })}`}
        {totals.budgetUsd !== null && ` · ${formatUsd(Number(totals.budgetUsd), locale)}`}
      </p>
      <Pager
        label={ui("pager.label")}
        range={ui("pager.range", { from: number(from), to: number(to), total: number(totals.total) })}
        page={ui("pager.page", { page: number(page), pages: number(pageCount) })}
        previous={step(page - 1, ui("pager.previous"))}
        next={step(page + 1, ui("pager.next"))}
        sizes={
          <Segments
            label={t("pageSize")}
            tabs={pageSizes.map((size) => ({
              href: listHref({ ...query, size, page: 1 }),
              label: String(size),
              current: query.size === size,
            }))}
          />
        }
      />
    </div>
  );
}
