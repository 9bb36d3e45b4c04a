import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { chipClasses } from "@/components/ui/chip";
import { classes } from "@/components/ui/classes";
import { X } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { type FacetName, facetNames } from "../list-columns";
import { type ActivityListQuery, listHref } from "../list-query";
import type { FacetChoice } from "../server/count-facet";
import { FacetPanel } from "./facet-panel";

type Props = { query: ActivityListQuery; open: { facet: FacetName; choices: readonly FacetChoice[] } | null };

/** One chip a facet. A closed one is a link that opens it: its counts are asked for only then. */
export async function FacetBar({ query, open }: Props) {
  const t = await getTranslations("activities");
  const hasFilters = facetNames.some((name) => query[name].length > 0);
  const label = t("clearFilters");
  return (
    <div className="flex items-start gap-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:-ml-3.5 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:pl-3.5">
        {facetNames.map((name) => (
          <FacetChip key={name} name={name} query={query} open={open} />
        ))}
      </div>
      {/* Beside the first line of chips, over which no choices open; on a wide screen its place is kept, so that no chip moves. */}
      {hasFilters ? (
        <Link href={withoutFacets(query)} className={classes(clearClasses, "text-accent hover:underline")}>
          {label}
        </Link>
      ) : (
        <span aria-hidden className={classes(clearClasses, "invisible max-sm:hidden")}>
          {label}
        </span>
      )}
    </div>
  );
}

const clearClasses =
  "inline-flex min-h-7 shrink-0 items-center px-1.5 text-xs underline-offset-2 max-sm:min-h-10 print:hidden";

/** The same list without any facet. */
export function withoutFacets(query: ActivityListQuery): Route {
  const cleared = Object.fromEntries(facetNames.map((name) => [name, []]));
  return listHref({ ...query, ...cleared, page: 1, facet: null });
}

async function FacetChip({ name, query, open }: Props & { name: FacetName }) {
  const t = await getTranslations("activities");
  const chosen = query[name].length;
  const isOpen = open?.facet === name;
  const href = listHref({ ...query, facet: isOpen ? null : name, menu: null, page: 1 });
  return (
    <div data-facet-chip className="relative shrink-0">
      <span className={chipClasses(chosen > 0 ? "on" : "off")}>
        <Link
          href={href}
          scroll={false}
          aria-expanded={isOpen}
          data-facet={name}
          data-facet-open={isOpen || undefined}
          className="inline-flex min-h-6 items-center gap-1.5"
        >
          {t(`facet.${name}`)}
          {chosen > 0 && <span className="font-semibold">{t("facetChosen", { count: chosen })}</span>}
          <span aria-hidden>▾</span>
        </Link>
        {chosen > 0 && (
          <Link
            href={listHref({ ...query, [name]: [], page: 1, facet: null })}
            aria-label={t("removeFilter", { name: t(`facet.${name}`) })}
            className="-mr-1.5 inline-flex size-6 items-center justify-center rounded-sm hover:bg-selected"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        )}
      </span>
      {isOpen && open && <FacetPanel facet={name} choices={open.choices} query={query} closeHref={href} />}
    </div>
  );
}
