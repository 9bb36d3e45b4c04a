"use client";

import type { ReactTable } from "@tanstack/react-table";
import { classes } from "@/components/ui/classes";
import { Pencil } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import type { ActivityColumn } from "../list-columns";
import { type ActivityListQuery, columnWidths, listHref } from "../list-query";
import type { ActivityRow } from "../server/parts/select";
import { type CellContext, type cellOf as Cells, numericColumns } from "./activity-cells";
import { bulkFormId } from "./bulk-bar";
import { pinClasses, pinStyle } from "./column-pins";
import { fill } from "./fill";
import { type ChangeRows, ProgressForm } from "./progress-form";
import type { Features } from "./table-features";

type Props = {
  table: ReactTable<Features, ActivityRow>;
  query: ActivityListQuery;
  context: CellContext;
  changeRows: ChangeRows;
  close: (message?: string) => void;
  cellOf: typeof Cells;
};

type Row = ReturnType<Props["table"]["getRowModel"]>["rows"][number];

/** The rows; on phones each becomes a card. The row that is being changed has its form beneath it. */
export function TableBody(props: Props) {
  const { table, query, context, changeRows, close } = props;
  return (
    <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-2.5">
      {table.getRowModel().rows.map((row) => (
        <BodyRow key={row.id} row={row} {...props}>
          {query.edit === row.original.id && row.original.can.progress && (
            <tr className="max-sm:block">
              <td
                colSpan={query.cols.length + 1}
                className="border-line border-b bg-selected px-3 py-2.5 max-sm:block whitespace-normal"
              >
                <p className="mb-1.5 font-semibold text-sm">
                  {fill(context.labels.changeTitle, { code: row.original.code })}
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
          )}
        </BodyRow>
      ))}
    </tbody>
  );
}

function BodyRow({ row, query, context, cellOf, children }: Props & { row: Row; children: React.ReactNode }) {
  const { original } = row;
  const { labels } = context;
  const isOwn = original.lead?.code === context.ownState && context.ownState !== null;
  const widths = columnWidths(query);
  return (
    <>
      <tr
        data-row={original.id}
        data-selected={row.getIsSelected() || undefined}
        className={classes(
          "group/row hover:bg-hover data-selected:bg-selected has-focus-visible:bg-hover",
          "max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:rounded-xl max-sm:border max-sm:border-line max-sm:bg-surface max-sm:px-3.5 max-sm:py-2.5",
          isOwn && "max-sm:border-l-3 max-sm:border-l-accent",
        )}
      >
        <td
          className={classes("w-10 border-line border-b px-2.5 max-sm:hidden", isOwn && "border-l-2 border-l-accent")}
        >
          <input
            type="checkbox"
            name="rows"
            form={bulkFormId}
            value={seenRow(original)}
            aria-label={fill(labels.select, { code: original.code })}
            checked={row.getIsSelected()}
            disabled={!row.getCanSelect()}
            onChange={row.getToggleSelectedHandler()}
            className="size-4 align-middle"
          />
        </td>
        {row.getVisibleCells().map((cell) => {
          const column = cell.column.id as ActivityColumn;
          const width = widths[column];
          return (
            <td
              key={cell.id}
              style={{
                ...(width ? { width, minWidth: width, maxWidth: width, whiteSpace: "normal" } : {}),
                ...pinStyle(query, column),
              }}
              className={classes(
                "border-line border-b max-sm:border-0 max-sm:p-0",
                query.density === "compact"
                  ? "px-1.5 py-1.5 [--title-break:break-all] [--title-lines:1]"
                  : "px-2.5 py-2.5 [--title-lines:2]",
                column === "title" && "w-full whitespace-normal sm:max-w-0 max-sm:order-2",
                (column === "code" || column === "lead") && "max-sm:order-1 max-sm:text-xs",
                column === "updated" && "max-sm:order-1 max-sm:ml-auto max-sm:text-xs",
                ["stage", "status", "schedule", "progress"].includes(column) && "max-sm:order-3",
                ["plan", "start", "end", "budget"].includes(column) && "max-sm:order-4 max-sm:text-xs",
                numericColumns.has(column) && "sm:text-right",
                pinClasses(query, column),
              )}
            >
              {original.can.progress && changeable.has(column) ? (
                <ChangeLink
                  row={original}
                  query={query}
                  label={`${fill(labels.change, { code: original.code })}: ${labels.columns[column]}`}
                >
                  {cellOf[column](original, context)}
                </ChangeLink>
              ) : (
                cellOf[column](original, context)
              )}
            </td>
          );
        })}
      </tr>
      {children}
    </>
  );
}

/** The row and the version of it that stands here, as forms send it. */
const seenRow = ({ id, version }: ActivityRow) => `${id}:${version}`;

/** The cells that can be changed in place. */
const changeable: ReadonlySet<ActivityColumn> = new Set(["status", "schedule", "progress"]);

type ChangeProps = { row: ActivityRow; query: ActivityListQuery; label: string; children: React.ReactNode };

/** A cell that opens its row's form: a link, so that it works without scripts too. */
function ChangeLink({ row, query, label, children }: ChangeProps) {
  return (
    <Link
      href={listHref({ ...query, edit: row.id })}
      scroll={false}
      data-row-change
      title={label}
      className="relative -mx-1 inline-flex min-h-6 items-center rounded-sm px-1 hover:bg-sunken"
    >
      {children}
      <span className="sr-only">{label}</span>
      <Pencil
        aria-hidden
        className="-translate-y-1/2 absolute top-1/2 left-full size-3 text-ink-3 opacity-0 group-hover/row:opacity-100 group-has-focus-visible/row:opacity-100 max-sm:hidden"
      />
    </Link>
  );
}
