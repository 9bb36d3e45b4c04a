import type { Route } from "next";
import { type ActivityListQuery, activitiesAddress, type Direction } from "./list-address";
import { type ActivityColumn, type FacetName, facetNames } from "./list-columns";

/** How the list goes from one state to the next: its facets, saved views and column heads. */

export type SortLevel = { key: ActivityColumn; direction: Direction };

/** The whole selection: without the place in it, and without what stands open on the page. */
export function wholeSelection(query: Partial<ActivityListQuery>): Partial<ActivityListQuery> {
  return { ...query, page: 1, facet: null, menu: null, edit: null };
}

/**
 * What a view keeps of the list's state, as an address: all but the place in it. Equal states have
 * equal texts.
 */
export function viewQuery(query: Partial<ActivityListQuery>): string {
  return activitiesAddress.href({ ...wholeSelection(query), view: null }).split("?")[1] ?? "";
}

/** The address of the list in the state that a view keeps. */
export function viewHref(view: { id: number; query: string }): Route {
  const query = activitiesAddress.read(new URLSearchParams(view.query));
  return activitiesAddress.href({ ...query, view: String(view.id) });
}

/** The address that opens the choices of this facet, or closes them where they are open. */
export function facetHref(query: ActivityListQuery, name: FacetName): Route {
  return activitiesAddress.href({ ...query, facet: query.facet === name ? null : name, menu: null, page: 1 });
}

/** The same list without any facet. */
export function withoutFacets(query: ActivityListQuery): Route {
  const cleared = Object.fromEntries(facetNames.map((name) => [name, []]));
  return activitiesAddress.href({ ...query, ...cleared, page: 1, facet: null });
}

/** The widths that were chosen, in pixels; other columns are as wide as they need. */
export function columnWidths(query: Pick<ActivityListQuery, "w">): Partial<Record<ActivityColumn, number>> {
  return Object.fromEntries(query.w.map((item) => item.split(":")).map(([key, pixels]) => [key, Number(pixels)]));
}

/** The sort levels of a query, the strongest first. */
export function sortLevels(query: Pick<ActivityListQuery, "sort">): SortLevel[] {
  return query.sort.map((item) => {
    const [key, direction] = item.split(".") as [ActivityColumn, Direction];
    return { key, direction };
  });
}

/**
 * A click on a column's head: alone it sorts by this column (ascending, descending, off); with
 * `add` it becomes, or turns, a level of its own.
 */
export function toggleSort(query: ActivityListQuery, key: ActivityColumn, add: boolean): ActivityListQuery {
  const levels = sortLevels(query);
  const current = levels.find((level) => level.key === key);
  const next: SortLevel | null = !current
    ? { key, direction: "asc" }
    : current.direction === "asc"
      ? { key, direction: "desc" }
      : null;
  if (!add) return withSort(query, next ? [next] : []);
  if (!current) return withSort(query, [...levels, { key, direction: "asc" }]);
  return withSort(
    query,
    levels.flatMap((level) => (level.key === key ? (next ? [next] : []) : [level])),
  );
}

/** The query sorted by these levels, on its first page. */
export function withSort(query: ActivityListQuery, levels: readonly SortLevel[]): ActivityListQuery {
  return { ...query, page: 1, sort: levels.map(({ key, direction }) => `${key}.${direction}` as const) };
}
