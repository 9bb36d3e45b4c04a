import type { CSSProperties } from "react";
import type { ActivityListQuery } from "../../list-address";
import type { ActivityColumn } from "../../list-columns";
import { columnWidths } from "../../list-state";

/** Width of the column with the check boxes, in pixels. */
const boxWidth = 40;
/** A pinned column needs a fixed width, from which the position of the next one is computed. */
const pinnedWidth: Partial<Record<ActivityColumn, number>> = { code: 84, title: 320 };

function widthOf(query: ActivityListQuery, column: ActivityColumn): number {
  return columnWidths(query)[column] ?? pinnedWidth[column] ?? 160;
}

/** The sticky position of a pinned column; empty for other columns. */
export function pinStyle(query: ActivityListQuery, column: ActivityColumn): CSSProperties {
  const place = query.cols.indexOf(column);
  if (place < 0 || place >= query.pin) return {};
  const left = query.cols.slice(0, place).reduce((sum, before) => sum + widthOf(query, before), boxWidth);
  const width = widthOf(query, column);
  return { left, width, minWidth: width, maxWidth: width };
}

/** The classes of a cell in a pinned column; empty for other columns. */
export function pinClasses(query: ActivityListQuery, column: ActivityColumn): string {
  const place = query.cols.indexOf(column);
  return place >= 0 && place < query.pin ? "sm:sticky sm:z-10 sm:bg-surface sm:overflow-hidden print:static" : "";
}
