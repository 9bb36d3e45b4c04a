"use client";

import type { ReactNode } from "react";
import type { ActivityListQuery } from "../../list-address";
import type { SavedView } from "../../server/list-views";
import { ViewBar } from "../views/view-bar";
import { ActivitiesTable } from "./activities-table";
import { FacetBar } from "./facet-bar";
import type { ChosenWords } from "./facet-words";
import { ListFooter } from "./list-footer";
import { useListSetting } from "./list-setting";
import type { ListSums } from "./list-sums";
import { ListToolbar } from "./list-toolbar";
import { SortBar } from "./sort-bar";
import type { TableRow } from "./table-rows";

type Props = {
  query: ActivityListQuery;
  views: readonly SavedView[];
  rows: TableRow[];
  sums: ListSums;
  ownState: string | null;
  /** The values of the facets that are in use, in words. */
  chosen: ChosenWords;
  can: { create: boolean; saveView: boolean; shareView: boolean };
  /**
   * Rendered by the server: the choices of the open facet, the open choice of columns, and the text
   * for an empty list.
   */
  facetPanel: ReactNode;
  columnsPanel: ReactNode;
  children: ReactNode;
};

/**
 * The list and its bars as one client component. It derives from the address what the bars show, so
 * that a sort or page step sends only rows and totals, and the first page sends its bars once.
 */
export function ListFrame({
  query,
  views,
  rows,
  sums,
  ownState,
  chosen,
  can,
  facetPanel,
  columnsPanel,
  children,
}: Props) {
  const { list } = useListSetting();
  return (
    <>
      <ViewBar query={query} views={views} can={can} />
      <ListToolbar query={query} total={sums.total} canCreate={can.create} columnsPanel={columnsPanel} />
      <FacetBar query={query} chosen={chosen} panel={facetPanel} />
      <SortBar query={query} />
      <div className="rounded-xl border border-line bg-surface shadow-1 max-sm:border-0 max-sm:bg-transparent max-sm:shadow-none">
        {rows.length === 0 ? (
          children
        ) : (
          <ActivitiesTable rows={rows} rowCount={sums.total} query={query} ownState={ownState} />
        )}
        <ListFooter query={query} sums={sums} labels={list} />
      </div>
    </>
  );
}
