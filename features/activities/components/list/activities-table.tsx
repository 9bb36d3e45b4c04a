import { useTable } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState, useTransition } from "react";
import { inSameMoment } from "@/domain/as-of";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { activityColumns } from "@/features/activities/list-columns";
import { columnWidths, sortLevels } from "@/features/activities/list-state";
import { BulkBar } from "./bulk-bar";
import { useListSetting } from "./list-setting";
import { type Result, ResultLine } from "./result-line";
import { type RefusedRows, TableBody } from "./table-body";
import { columns, features } from "./table-features";
import { TableHead } from "./table-head";
import type { TableRow } from "./table-rows";

type Props = {
  rows: TableRow[];
  rowCount: number;
  query: ActivityListQuery;
  ownState: string | null;
};

/**
 * The sortable table. The server sends the rows at each step; the whole state of the list is in the
 * address.
 */
export function ActivitiesTable({ rows, rowCount, query, ownState }: Props) {
  const { labels, changeRows, undo } = useListSetting();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const go = useCallback(
    (href: string) => {
      const { pathname, search } = window.location;
      const address = inSameMoment(href, `${pathname}${search}`) ?? href;
      startTransition(() => router.push(address as Parameters<typeof router.push>[0], { scroll: false }));
    },
    [router],
  );
  const state = useMemo(
    () => ({
      sorting: sortLevels(query).map(({ key, direction }) => ({ id: key, desc: direction === "desc" })),
      pagination: { pageIndex: query.page - 1, pageSize: query.size },
      columnOrder: [...query.cols],
      columnVisibility: Object.fromEntries(activityColumns.map((id) => [id, query.cols.includes(id)])),
      columnPinning: { start: query.cols.slice(0, query.pin), end: [] },
    }),
    [query],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    rowCount,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: true,
    columnResizeMode: "onChange",
    getRowId: (row) => String(row.id),
    enableRowSelection: (row) => row.original.canChange === true,
    initialState: { columnSizing: columnWidths(query) },
    state,
  });
  const [result, setResult] = useState<Result>(null);
  const [refused, setRefused] = useState<RefusedRows>([]);
  const closeEditor = useCallback(
    (message = "", act: number | null = null) => {
      setResult({ message, act });
      go(activitiesAddress.href({ ...query, edit: null }));
    },
    [go, query],
  );
  const finishBulk = useCallback(
    (message: string, act: number | null) => {
      setResult({ message, act });
      table.resetRowSelection(true);
    },
    [table],
  );
  const selected = table.getSelectedRowModel().rows.map(({ original: { id, code } }) => ({ id, code }));
  return (
    <div aria-busy={isPending || undefined} className="group/list relative">
      {isPending && <div aria-hidden className="pending-bar absolute inset-x-0 -top-px z-10" />}
      <ResultLine
        result={result}
        labels={labels}
        undo={undo}
        onUndone={(message) => setResult({ message, act: null })}
      />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scroll areas need the keyboard (2.1.1)
        tabIndex={0}
        aria-label={labels.table}
        data-wide-table
        className="@container overflow-x-auto rounded-[inherit] max-sm:overflow-visible print:overflow-visible"
      >
        <table
          data-density={query.density}
          className="w-full border-separate border-spacing-0 text-left text-sm max-sm:block sm:whitespace-nowrap print:whitespace-normal"
        >
          <TableHead table={table} query={query} labels={labels} go={go} />
          <TableBody
            table={table}
            query={query}
            context={{ labels, ownState }}
            changeRows={changeRows}
            refused={refused}
            close={closeEditor}
          />
        </table>
      </section>
      <BulkBar
        labels={labels}
        action={changeRows}
        selected={selected}
        onDone={finishBulk}
        onRefused={setRefused}
        clear={() => table.resetRowSelection(true)}
      />
    </div>
  );
}
