import type { ReactNode } from "react";
import { chipClasses } from "@/components/ui/chip";
import { classes } from "@/components/ui/classes";
import { ChevronDown, X } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { type FacetName, facetNames } from "@/features/activities/list-columns";
import { facetHref, withoutFacets } from "@/features/activities/list-state";
import type { ChosenWords } from "./facet-words";
import { interpolate } from "./interpolate";
import type { ListLabels } from "./list-labels";
import { useListSetting } from "./list-setting";

type Props = {
  query: ActivityListQuery;
  /** The values of the facets that are in use, in words. */
  chosen: ChosenWords;
  /** The choices of the open facet. */
  panel: ReactNode;
};

/** The facets that always stand in the line; the others do once they are in use. */
const first: readonly FacetName[] = ["period", "plan", "stage", "status", "schedule", "state"];

/**
 * One chip for each facet. A closed one is a link that opens it; its counts are computed only then.
 * The facets that are rarely used are folded into a menu, so that the chips fill one line.
 */
export function FacetBar({ query, chosen, panel }: Props) {
  const { list } = useListSetting();
  const inLine = facetNames.filter((name) => first.includes(name) || query[name].length > 0 || query.facet === name);
  const folded = facetNames.filter((name) => !inLine.includes(name));
  const hasFilters = facetNames.some((name) => query[name].length > 0);
  const label = list.clearFilters;
  return (
    <div className="flex items-start gap-1.5">
      {hasFilters && (
        <p className="hidden text-sm print:block">
          {inLine
            .filter((name) => query[name].length > 0)
            .map((name) => `${list.facet[name]}: ${chosen[name]}`)
            .join(" · ")}
        </p>
      )}
      <div className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:-ml-3.5 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:pl-3.5 print:hidden">
        {inLine.map((name) => (
          <FacetChip key={name} name={name} query={query} labels={list} chosen={chosen[name]}>
            {query.facet === name && panel}
          </FacetChip>
        ))}
        {folded.map((name) => (
          <span key={name} className="shrink-0 sm:hidden">
            <FacetChip name={name} query={query} labels={list} />
          </span>
        ))}
        {folded.length > 0 && (
          <Menu label={list.moreFilters} buttonClassName={chipClasses("add")} className="max-sm:hidden">
            <ul className="flex flex-col gap-1">
              {folded.map((name) => (
                <li key={name}>
                  <FacetChip name={name} query={query} labels={list} />
                </li>
              ))}
            </ul>
          </Menu>
        )}
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

type ChipProps = {
  name: FacetName;
  query: ActivityListQuery;
  labels: ListLabels;
  chosen?: string;
  children?: ReactNode;
};

function FacetChip({ name, query, labels, chosen, children }: ChipProps) {
  const isUsed = query[name].length > 0;
  const isOpen = query.facet === name;
  return (
    <div data-facet-chip className="relative shrink-0">
      <span className={chipClasses(isUsed ? "on" : "off")}>
        <Link
          href={facetHref(query, name)}
          scroll={false}
          aria-expanded={isOpen}
          data-facet={name}
          data-facet-open={isOpen || undefined}
          className="inline-flex min-h-6 items-center gap-1.5"
        >
          <span>{labels.facet[name]}</span>
          {isUsed && (
            <span title={chosen} className="max-w-56 truncate font-semibold">
              {chosen}
            </span>
          )}
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </Link>
        {isUsed && (
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
