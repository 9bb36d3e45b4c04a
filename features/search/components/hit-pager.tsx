import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Pager } from "@/components/ui/pager";
import { formatNumber } from "@/i18n/format";
import { type SearchQuery, searchAddress } from "../address";

type Props = { query: SearchQuery; result: { total: number; pageCount: number; pageSize: number } };

/** The way through all rows of one kind, and back to every kind. */
export async function HitPager({ query, result: { total, pageCount, pageSize } }: Props) {
  const t = await getTranslations("search");
  const ui = await getTranslations("ui.pager");
  const locale = await getLocale();
  const shown = (value: number) => formatNumber(value, locale);
  const { page } = query;
  const step = (target: number, label: string) => ({
    href: target >= 1 && target <= pageCount ? searchAddress.href({ ...query, page: target }) : null,
    label,
  });
  const first = (page - 1) * pageSize + 1;
  return (
    <>
      <Pager
        label={ui("label")}
        range={ui("range", { from: shown(first), to: shown(Math.min(total, page * pageSize)), total: shown(total) })}
        page={ui("page", { page: shown(page), pages: shown(pageCount) })}
        previous={step(page - 1, ui("previous"))}
        next={step(page + 1, ui("next"))}
      />
      <p>
        <Link href={searchAddress.href({ q: query.q })} className="link text-sm">
          {t("everything")}
        </Link>
      </p>
    </>
  );
}
