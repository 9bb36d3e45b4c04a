import type { Route } from "next";
import { type FacetName, facetNames } from "./list-columns";
import { type ActivityListQuery, listHref } from "./list-query";

/** The address that opens the choices of this facet, or closes them where they are open. */
export function facetHref(query: ActivityListQuery, name: FacetName): Route {
  return listHref({ ...query, facet: query.facet === name ? null : name, menu: null, page: 1 });
}

/** The same list without any facet. */
export function withoutFacets(query: ActivityListQuery): Route {
  const cleared = Object.fromEntries(facetNames.map((name) => [name, []]));
  return listHref({ ...query, ...cleared, page: 1, facet: null });
}
