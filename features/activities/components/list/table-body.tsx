"use client";

import type { ReactTable } from "@tanstack/react-table";
import type { Route } from "next";
import type { CSSProperties } from "react";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import type { ActivityColumn } from "@/features/activities/list-columns";
import { columnWidths } from "@/features/activities/list-state";
import { type CellContext, cellOf, spokenOf } from "./activity-cells";
import { bulkFormId } from "./bulk-bar";
import { pinClasses, pinStyle } from "./column-pins";
import { interpolate } from "./interpolate";
import { type ChangeRows, ProgressForm } from "./progress-form";
import { RefusedRow } from "./refused-row";
import type { Features } from "./table-features";
import type { TableRow } from "./table-rows";

type Props = {
  table: ReactTable<Features, TableRow>;
  query: ActivityListQuery;
  context: CellContext;
  changeRows: ChangeRows;
  refused: RefusedRows;
  close: (message?: string, act?: number | null) => void;
};

/** Why rows of a change of many were refused, each as `row.<id>`. */
export type RefusedRows = readonly { field: string; message: string }[];

type Row = ReturnType<Props["table"]["getRowModel"]>["rows"][number];
/** What all cells of a column share; computed once for the page. */
type Column = { id: ActivityColumn; className: string; style: CSSProperties | undefined };

/** The columns that can be changed in place. */
const changeable: ReadonlySet<ActivityColumn> = new Set(["status", "schedule", "progress"]);

/**
 * The rows; on phones each is a card (activities-table.css). The row being changed has its form
 * below it.
 */
export function TableBody({ table, query, context, changeRows, refused, close }: Props) {
  const columns = table.getVisibleLeafColumns().map(({ id }) => columnOf(query, id as ActivityColumn));
  const editOf = editHref(query);
  return (
    <tbody id="rows" tabIndex={-1} className="activity-rows outline-none">
      {table.getRowModel().rows.map((row) => [
        <BodyRow key={row.id} row={row} columns={columns} context={context} editOf={editOf} />,
        row.getIsSelected() && (
          <RefusedRow
            key="refused"
            row={row}
            span={columns.length + 1}
            labels={context.labels}
            reasons={refused.filter(({ field }) => field === `row.${row.id}`).map(({ message }) => message)}
          />
        ),
        query.edit === row.original.id && row.original.canChange && (
          <tr key="form" className="max-sm:block">
            <td
              colSpan={columns.length + 1}
              className="whitespace-normal border-line border-b bg-selected px-3 py-2.5 max-sm:block"
            >
              <p className="mb-1.5 font-semibold text-sm">
                {interpolate(context.labels.changeTitle, { code: row.original.code })}
              </p>
              <ProgressForm
                id={`change-${row.original.id}`}
                action={changeRows}
                labels={context.labels}
                row={seenRow(row.original)}
                values={row.original}
                submitLabel={context.labels.apply}
                onDone={close}
                onCancel={() => close()}
              />
            </td>
          </tr>
        ),
      ])}
    </tbody>
  );
}

function columnOf(query: ActivityListQuery, id: ActivityColumn): Column {
  const width = columnWidths(query)[id];
  const style: CSSProperties = {
    ...(width ? { width, minWidth: width, maxWidth: width, whiteSpace: "normal" } : {}),
    ...pinStyle(query, id),
  };
  return {
    id,
    className: classes(`col-${id}`, pinClasses(query, id)),
    style: Object.keys(style).length > 0 ? style : undefined,
  };
}

/**
 * Returns the address that opens a row's form. The common part is built once, not for each cell.
 */
function editHref(query: ActivityListQuery): (id: number) => Route {
  const without = activitiesAddress.href({ ...query, edit: null });
  const begun = `${without}${without.includes("?") ? "&" : "?"}edit=`;
  return (id) => `${begun}${id}` as Route;
}

type RowProps = { row: Row; columns: readonly Column[]; context: CellContext; editOf: (id: number) => Route };

function BodyRow({ row, columns, context, editOf }: RowProps) {
  const { original } = row;
  const { labels, ownState } = context;
  return (
    <tr
      id={`row-${original.id}`}
      data-row={original.id}
      data-own={(ownState !== null && original.lead?.code === ownState) || undefined}
      data-selected={row.getIsSelected() || undefined}
    >
      <td>
        <input
          type="checkbox"
          name="rows"
          form={bulkFormId}
          value={seenRow(original)}
          aria-label={interpolate(labels.select, { code: original.code })}
          checked={row.getIsSelected()}
          disabled={!row.getCanSelect()}
          onChange={row.getToggleSelectedHandler()}
          className="size-4 align-middle"
        />
      </td>
      {columns.map(({ id, className, style }) => (
        <td key={id} className={className} style={style}>
          {original.canChange && changeable.has(id) ? (
            <Link
              href={editOf(original.id)}
              aria-label={`${spokenOf(id, original, labels)}: ${interpolate(labels.change, { code: original.code })}: ${labels.columns[id]}`}
              data-row-change
              scroll={false}
            >
              {cellOf[id](original, context)}
            </Link>
          ) : (
            cellOf[id](original, context)
          )}
        </td>
      ))}
    </tr>
  );
}

/** A row with the version that is shown, as forms send it. */
const seenRow = ({ id, version }: TableRow) => `${id}:${version}`;
