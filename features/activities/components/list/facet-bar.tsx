import type { ReactNode } from "react";
import { chipClasses } from "@/components/ui/chip";
import { classes } from "@/components/ui/classes";
import { X } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { type FacetName, facetNames } from "@/features/activities/list-columns";
import { facetHref, withoutFacets } from "@/features/activities/list-state";
import { interpolate } from "./interpolate";
import type { ListLabels } from "./list-labels";
import { useListSetting } from "./list-setting";

type Props = {
  query: ActivityListQuery;
  /** The choices of the open facet. */
  panel: ReactNode;
};

/**
 * One chip for each facet. A closed one is a link that opens it; its counts are computed only then.
 */
export function FacetBar({ query, panel }: Props) {
  const { list } = useListSetting();
  const hasFilters = facetNames.some((name) => query[name].length > 0);
  const label = list.clearFilters;
  return (
    <div className="flex items-start gap-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:-ml-3.5 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:pl-3.5">
        {facetNames.map((name) => (
          <FacetChip key={name} name={name} query={query} labels={list}>
            {query.facet === name && panel}
          </FacetChip>
        ))}
      </div>
      {/* It takes up space on wide screens even if it is hidden, so that no chip moves. */}
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

type ChipProps = { name: FacetName; query: ActivityListQuery; labels: ListLabels; children: ReactNode };

function FacetChip({ name, query, labels, children }: ChipProps) {
  const chosen = query[name].length;
  const isOpen = query.facet === name;
  return (
    <div data-facet-chip className="relative shrink-0">
      <span className={chipClasses(chosen > 0 ? "on" : "off")}>
        <Link
          href={facetHref(query, name)}
          scroll={false}
          aria-expanded={isOpen}
          data-facet={name}
          data-facet-open={isOpen || undefined}
          className="inline-flex min-h-6 items-center gap-1.5"
        >
          <span>{labels.facet[name]}</span>
          {chosen > 0 && <span className="font-semibold">{interpolate(labels.facetChosen, { count: chosen })}</span>}
          <span aria-hidden>▾</span>
        </Link>
        {chosen > 0 && (
          <Link
            href={activitiesAddress.href({ ...query, [name]: [], page: 1, facet: null })}
            aria-label={interpolate(labels.removeFilter, { name: labels.facet[name] })}
            className="-mr-1.5 inline-flex size-6 items-center justify-center rounded-sm hover:bg-selected"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        )}
      </span>
      {children}
    </div>
  );
}
