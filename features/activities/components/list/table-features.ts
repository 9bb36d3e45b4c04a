import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import { activityColumns } from "../../list-columns";
import type { TableRow } from "./table-rows";

/** The database sorts, filters and pages; the table only models the result. */
export const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
});

export type Features = typeof features;
const helper = createColumnHelper<Features, TableRow>();
export const columns = helper.columns(
  activityColumns.map((id) => helper.display({ id, enableResizing: true, minSize: 60, maxSize: 800 })),
);
