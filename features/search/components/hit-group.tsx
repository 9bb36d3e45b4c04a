import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatNumber } from "@/i18n/format";
import { searchAddress } from "../address";
import type { SearchGroup } from "../server/search-register";
import { HitLine } from "./hit-line";

type Props = {
  group: SearchGroup;
  typed: string;
  /** The list with all of them, if there is one that finds the same rows. */
  listHref?: Route;
};

/** What was found of one kind, with its number and the way to all of them. */
export async function HitGroup({ group: { kind, total, hits }, typed, listHref }: Props) {
  const t = await getTranslations("search");
  const locale = await getLocale();
  const count = formatNumber(total, locale);
  const allHref = listHref ?? (total > hits.length ? searchAddress.href({ q: typed, in: kind }) : null);
  return (
    <Card id={kind} title={t(`kind.${kind}`)} meta={t("found", { total, count })}>
      <ul>
        {hits.map((hit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row may be found in several places
          <HitLine key={`${hit.id}-${index}`} kind={kind} hit={hit} typed={typed} />
        ))}
      </ul>
      {allHref && (
        <p className="border-line border-t pt-2">
          <Link href={allHref} className="link inline-flex min-h-6 items-center text-sm max-sm:min-h-10">
            {t(listHref ? "allInList" : "all", { total, count, kind: t(`kind.${kind}`) })}
          </Link>
        </p>
      )}
    </Card>
  );
}
