import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { StateShares } from "../server/list-state-shares";
import { ShareCell } from "./share-cell";
import { EntryTitle } from "./states-matrix";

/**
 * The entries of one state, each with its share and, if the reader may report on it, a link to the
 * form.
 */
export async function StateList({ page, code }: { page: StateShares; code: string }) {
  const t = await getTranslations("states");
  const cellOf = new Map(page.cells.map((cell) => [cell.entryId, cell]));
  return (
    <ul id="rows" tabIndex={-1} className="outline-none">
      {page.rows.map((row) => {
        const cell = cellOf.get(row.id);
        return (
          <li
            key={row.id}
            className="grid gap-x-4 gap-y-1 border-line border-b px-4 py-2 text-sm last:border-b-0 max-sm:px-3.5 sm:grid-cols-[minmax(0,1fr)_12rem_10rem]"
          >
            <span className="min-w-0">
              <EntryTitle row={row} />
            </span>
            {cell && <ShareCell cell={cell} today={page.today} />}
            {cell?.can.report && (
              <Link
                href={`/activities/${row.id}/states/${code}` as Route}
                className="link inline-flex min-h-6 items-center self-start max-sm:min-h-10 print:hidden"
              >
                {t("report")}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
