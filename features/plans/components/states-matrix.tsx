import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { Table, Td, Th } from "@/components/ui/table";
import { type StatesQuery, statesAddress } from "../address";
import type { StateShares } from "../server/list-state-shares";
import { ShareCell } from "./share-cell";

type Cell = StateShares["cells"][number];
type Row = StateShares["rows"][number];

const sticky = "sticky left-0 z-1 bg-surface";

/** Entries by state. The column of entries stays in view when the table scrolls sideways. */
export async function StatesMatrix({ page, query }: { page: StateShares; query: StatesQuery }) {
  const t = await getTranslations("states");
  const locale = await getLocale();
  const cellOf = new Map(page.cells.map((cell) => [`${cell.entryId}:${cell.stateId}`, cell]));
  return (
    <Table wide label={t("matrix")}>
      <thead>
        <tr>
          <Th className={sticky}>{t("activity")}</Th>
          {page.states.map(({ id, code, en, lo }) => (
            <Th key={id} className="px-1.5">
              <Link
                href={statesAddress.href({ state: code, silent: query.silent }, { id: page.plan.id })}
                className="link inline-flex min-h-6 items-center"
              >
                <span>{code}</span>
                <span className="sr-only"> {(locale === "lo" && lo) || en}</span>
              </Link>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody id="rows" tabIndex={-1} className="outline-none">
        {page.rows.map((row) => (
          <EntryRow key={row.id} row={row} page={page} cellOf={cellOf} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { row: Row; page: StateShares; cellOf: ReadonlyMap<string, Cell> };

async function EntryRow({ row, page, cellOf }: RowProps) {
  const t = await getTranslations("states");
  return (
    <tr>
      <Th scope="row" className={`${sticky} min-w-64 max-w-80 align-top font-normal`}>
        <EntryTitle row={row} />
      </Th>
      {page.states.map(({ id }) => {
        const cell = cellOf.get(`${row.id}:${id}`);
        return (
          <Td key={id} className="min-w-24 px-1.5 align-top">
            {cell ? (
              <ShareCell cell={cell} today={page.today} />
            ) : (
              <span className="text-ink-3">
                <span aria-hidden>–</span>
                <span className="sr-only">{t("notParty")}</span>
              </span>
            )}
          </Td>
        );
      })}
    </tr>
  );
}

/** Code and title, linked to the grid of states on the entry's page. */
export async function EntryTitle({ row }: { row: Row }) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <>
      <Link href={`/activities/${row.id}` as Route} className="link">
        <span className="text-ink-2">{row.code}</span>{" "}
        <BilingualText en={row.titleEn} lo={row.titleLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
      </Link>{" "}
      {row.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    </>
  );
}
