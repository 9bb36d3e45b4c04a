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

/**
 * From which width of the table its pinned columns hold, so that they never take more than half of
 * it. The keys are the widths of the pinned columns together.
 */
const holdFrom: readonly (readonly [number, string])[] = [
  [320, "@min-[640px]:sticky"],
  [448, "@min-[896px]:sticky"],
  [512, "@min-[1024px]:sticky"],
  [640, "@min-[1280px]:sticky"],
];

/** The classes of a cell in a pinned column; empty for other columns. */
export function pinClasses(query: ActivityListQuery, column: ActivityColumn): string {
  const place = query.cols.indexOf(column);
  const pinned = query.cols.slice(0, query.pin).reduce((sum, one) => sum + widthOf(query, one), boxWidth);
  const [, hold = ""] = holdFrom.find(([width]) => pinned <= width) ?? [];
  const isPinned = place >= 0 && place < query.pin && hold !== "";
  return isPinned ? `${hold} sm:z-10 sm:bg-surface sm:overflow-hidden print:static` : "";
}
