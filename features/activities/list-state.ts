import type { Route } from "next";
import { type ActivityListQuery, activitiesAddress, type Direction } from "./list-address";
import { type ActivityColumn, type FacetName, facetNames } from "./list-columns";

/** Transitions between states of the list: facets, saved views and column headers. */

export type SortLevel = { key: ActivityColumn; direction: Direction };

/** The state without the page and without open menus and forms. */
export function wholeSelection(query: Partial<ActivityListQuery>): Partial<ActivityListQuery> {
  return { ...query, page: 1, facet: null, menu: null, edit: null };
}

/**
 * The state that a view stores, as query parameters: everything but the page and what is open.
 * Equal states have equal texts.
 */
export function viewQuery(query: Partial<ActivityListQuery>): string {
  return activitiesAddress.href({ ...wholeSelection(query), view: null }).split("?")[1] ?? "";
}

/** The address of the list in the state that a view stores. */
export function viewHref(view: { id: number; query: string }): Route {
  const query = activitiesAddress.read(new URLSearchParams(view.query));
  return activitiesAddress.href({ ...query, view: String(view.id) });
}

/** The address that opens the choices of this facet, or closes them if they are open. */
export function facetHref(query: ActivityListQuery, name: FacetName): Route {
  return activitiesAddress.href({ ...query, facet: query.facet === name ? null : name, menu: null, page: 1 });
}

/** The same list without any facet. */
export function withoutFacets(query: ActivityListQuery): Route {
  const cleared = Object.fromEntries(facetNames.map((name) => [name, []]));
  return activitiesAddress.href({ ...query, ...cleared, page: 1, facet: null });
}

/** The chosen widths in pixels; other columns are as wide as their content. */
export function columnWidths(query: Pick<ActivityListQuery, "w">): Partial<Record<ActivityColumn, number>> {
  return Object.fromEntries(query.w.map((item) => item.split(":")).map(([key, pixels]) => [key, Number(pixels)]));
}

/** The sort levels of a query, most significant first. */
export function sortLevels(query: Pick<ActivityListQuery, "sort">): SortLevel[] {
  return query.sort.map((item) => {
    const [key, direction] = item.split(".") as [ActivityColumn, Direction];
    return { key, direction };
  });
}

/**
 * The state after a click on a column's header. Alone it sorts by this column only (ascending,
 * descending, off); with `add` it adds the column as a level, or reverses or removes that level.
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

/** The query sorted by these levels, on the first page. */
export function withSort(query: ActivityListQuery, levels: readonly SortLevel[]): ActivityListQuery {
  return { ...query, page: 1, sort: levels.map(({ key, direction }) => `${key}.${direction}` as const) };
}
