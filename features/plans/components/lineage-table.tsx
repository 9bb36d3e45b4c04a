import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { type LineageQuery, type LineageSort, lineageSortHref } from "../lineage-address";
import type { LineagePage } from "../server/list-lineage";

type Cell = LineagePage["cells"][number];
type Row = LineagePage["rows"][number];
type Years = LineagePage["years"];

const sticky = "sticky left-0 z-1 bg-surface";

/** Activities by year. The column of activities stays in view when the table scrolls sideways. */
export async function LineageTable({ page, query }: { page: LineagePage; query: LineageQuery }) {
  const t = await getTranslations("years.lineage");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const cellsOf = new Map<string, Cell[]>();
  for (const cell of page.cells) {
    const key = `${cell.activityId}:${cell.periodId}`;
    cellsOf.set(key, [...(cellsOf.get(key) ?? []), cell]);
  }
  return (
    <Table wide label={t("title")}>
      <thead>
        <tr>
          <Th className={sticky} aria-sort={ariaSort(query, ["code", "title"])}>
            <SortLinks query={query} keys={["code", "title"]} />
          </Th>
          {page.years.map((year) => (
            <Th key={year.id} className="whitespace-nowrap">
              <BilingualText en={year.en} lo={year.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
            </Th>
          ))}
          <Th numeric aria-sort={ariaSort(query, ["years"])}>
            <SortLinks query={query} keys={["years"]} />
          </Th>
        </tr>
      </thead>
      <tbody id="rows" tabIndex={-1} className="outline-none">
        {page.rows.map((row) => (
          <ActivityRow key={row.id} row={row} years={page.years} cellsOf={cellsOf} />
        ))}
      </tbody>
    </Table>
  );
}

function ariaSort({ sort }: LineageQuery, keys: readonly LineageSort[]) {
  if (!keys.includes(sort.key)) return undefined;
  return sort.direction === "asc" ? ("ascending" as const) : ("descending" as const);
}

async function SortLinks({ query, keys }: { query: LineageQuery; keys: readonly LineageSort[] }) {
  const t = await getTranslations("years.lineage");
  return (
    <span className="inline-flex gap-3">
      {keys.map((key) => (
        <Link
          key={key}
          href={lineageSortHref(query, key)}
          className="link inline-flex min-h-6 gap-1 items-center max-sm:min-h-10"
        >
          <span>{t(`sort.${key}`)}</span>
          {query.sort.key === key && <span aria-hidden>{query.sort.direction === "asc" ? "↑" : "↓"}</span>}
        </Link>
      ))}
    </span>
  );
}

type RowProps = { row: Row; years: Years; cellsOf: ReadonlyMap<string, readonly Cell[]> };

async function ActivityRow({ row, years, cellsOf }: RowProps) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <tr>
      <Th scope="row" className={`${sticky} min-w-72 max-w-96 align-top font-normal max-sm:min-w-36 max-sm:max-w-40`}>
        <span className="text-ink-2">{row.code}</span>{" "}
        <BilingualText en={row.titleEn} lo={row.titleLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />{" "}
        {row.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </Th>
      {years.map(({ id }) => (
        <Td key={id} className="min-w-32 align-top">
          <YearEntries cells={cellsOf.get(`${row.id}:${id}`) ?? []} code={row.code} />
        </Td>
      ))}
      <Td numeric className="align-top">
        {row.years}
      </Td>
    </tr>
  );
}

async function YearEntries({ cells, code }: { cells: readonly Cell[]; code: string }) {
  const t = await getTranslations("years");
  const terms = await getTranslations("terms");
  if (cells.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <ul className="flex flex-col gap-2">
      {cells.map((cell) => (
        <li key={cell.id} className="flex flex-col items-start gap-0.5">
          <Link href={`/activities/${cell.id}` as Route} className="link inline-flex min-h-6 items-center">
            {cell.partner ?? code}
          </Link>
          {cell.stage && <StageBadge stage={cell.stage} label={terms(`stage.${cell.stage}`)} />}
          {cell.status && <StatusBadge status={cell.status} label={terms(`statusShort.${cell.status}`)} />}
          {!cell.stage && !cell.status && <span className="text-ink-2">{t("lineage.listed")}</span>}
          <Marks cell={cell} />
        </li>
      ))}
    </ul>
  );
}

async function Marks({ cell }: { cell: Cell }) {
  const t = await getTranslations("years");
  const marks = [
    cell.phase !== null && t("carryOver.phase", { phase: cell.phase }),
    cell.carriedFromId !== null && t("lineage.carried"),
    cell.isMerged && t("lineage.merged"),
  ].filter(Boolean);
  return marks.length > 0 && <span className="text-ink-2 text-xs">{marks.join(" · ")}</span>;
}
