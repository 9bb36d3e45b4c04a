"use client";

import type { MouseEvent } from "react";
import { classes } from "@/components/ui/classes";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import type { ActivityColumn } from "@/features/activities/list-columns";
import { columnWidths, sortLevels, toggleSort } from "@/features/activities/list-state";
import { interpolate } from "./interpolate";
import type { TableLabels } from "./table-labels";

type Props = {
  column: ActivityColumn;
  query: ActivityListQuery;
  labels: TableLabels;
  go: (href: string) => void;
};

/** The label of a column's header: a link that sorts by the column; with Shift it adds a level. */
export function ColumnHead({ column, query, labels, go }: Props) {
  const levels = sortLevels(query);
  const place = levels.findIndex((level) => level.key === column);
  const direction = levels[place]?.direction;
  const Arrow = direction === "desc" ? ArrowDown : ArrowUp;
  const name = labels.columns[column];
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(activitiesAddress.href(toggleSort(query, column, event.shiftKey)));
  };
  return (
    <Link
      href={activitiesAddress.href(toggleSort(query, column, false))}
      onClick={onClick}
      title={interpolate(labels.sortBy, { name })}
      className={classes(
        "inline-flex min-h-6 items-center gap-1.5 hover:text-ink",
        column === "title" && "sm:min-w-52",
      )}
    >
      <span>{name}</span>
      {direction && (
        <>
          {levels.length > 1 && (
            <span aria-hidden className="rounded-sm bg-accent px-1 font-semibold text-mini text-on-accent">
              {place + 1}
            </span>
          )}
          <Arrow aria-hidden className="size-3.5 text-ink" />
          <span className="sr-only">
            {interpolate(labels.sortedAt, {
              level: place + 1,
              direction: direction === "asc" ? labels.ascending : labels.descending,
            })}
          </span>
        </>
      )}
    </Link>
  );
}

/** The value of `aria-sort` for a column. */
export function ariaSort(query: ActivityListQuery, column: ActivityColumn): "ascending" | "descending" | undefined {
  const direction = sortLevels(query).find((level) => level.key === column)?.direction;
  return direction && (direction === "asc" ? "ascending" : "descending");
}

/** The address with this width of the column. */
export function widthHref(query: ActivityListQuery, column: ActivityColumn, pixels: number): string {
  const widths = { ...columnWidths(query), [column]: Math.min(800, Math.max(60, Math.round(pixels))) };
  const w = Object.entries(widths).map(([key, width]) => `${key as ActivityColumn}:${width}` as const);
  return activitiesAddress.href({ ...query, w });
}
