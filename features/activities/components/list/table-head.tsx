"use client";

import type { ReactTable } from "@tanstack/react-table";
import { classes } from "@/components/ui/classes";
import type { ActivityListQuery } from "@/features/activities/list-address";
import type { ActivityColumn } from "@/features/activities/list-columns";
import { numericColumns } from "./activity-cells";
import { ariaSort, ColumnHead, widthHref } from "./column-head";
import { pinClasses, pinStyle } from "./column-pins";
import { interpolate } from "./interpolate";
import type { Features } from "./table-features";
import type { TableLabels } from "./table-labels";
import type { TableRow } from "./table-rows";

type Props = {
  table: ReactTable<Features, TableRow>;
  query: ActivityListQuery;
  labels: TableLabels;
  go: (href: string) => void;
};

/**
 * The table header: sort links, the check box that selects the page, and the handles that change
 * widths.
 */
export function TableHead({ table, query, labels, go }: Props) {
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <thead className="max-sm:hidden">
      <tr>
        <th scope="col" className="w-10 print:hidden border-line-strong border-b px-2.5 py-1.5">
          <input
            type="checkbox"
            aria-label={labels.selectAll}
            checked={table.getIsAllPageRowsSelected()}
            onChange={table.getToggleAllPageRowsSelectedHandler()}
            className="size-4 align-middle"
          />
        </th>
        {heads.map((head) => {
          const column = head.column.id as ActivityColumn;
          const width = table.state.columnSizing[column];
          return (
            <th
              key={head.id}
              scope="col"
              aria-sort={ariaSort(query, column)}
              style={{ ...(width ? { width, minWidth: width, maxWidth: width } : {}), ...pinStyle(query, column) }}
              className={classes(
                "group/head relative border-line-strong border-b px-1.5 py-1.5 font-medium text-ink-2 text-xs",
                numericColumns.has(column) && "text-right",
                pinClasses(query, column),
              )}
            >
              <ColumnHead column={column} query={query} labels={labels} go={go} />
              <WidthHandle
                label={interpolate(labels.resize, { name: labels.columns[column] })}
                onStart={head.getResizeHandler()}
                onEnd={() => go(widthHref(query, column, table.atoms.columnSizing.get()[column] ?? head.getSize()))}
                onStep={(step) => {
                  const next = (width ?? head.getSize()) + step;
                  table.setColumnSizing((sizes) => ({ ...sizes, [column]: next }));
                  go(widthHref(query, column, next));
                }}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type HandleProps = {
  label: string;
  onStart: (event: unknown) => void;
  onEnd: () => void;
  onStep: (pixels: number) => void;
};

/**
 * Changes the column's width by dragging or by the arrow keys. The columns menu has the same as a
 * form.
 */
function WidthHandle({ label, onStart, onEnd, onStep }: HandleProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      onMouseDown={onStart}
      onTouchStart={onStart}
      onMouseUp={onEnd}
      onTouchEnd={onEnd}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") onStep(-16);
        if (event.key === "ArrowRight") onStep(16);
      }}
      className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none select-none opacity-0 hover:bg-accent hover:opacity-60 focus-visible:opacity-100"
    />
  );
}
