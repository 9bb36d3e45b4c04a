import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { Table, Td, Th } from "@/components/ui/table";
import { formatImpreciseDays, formatPercent } from "@/i18n/format";
import { type DeadlineSort, type DeadlinesQuery, deadlinesSortHref } from "../address";
import type { DeadlinesPage } from "../server/list-deadlines";
import { DueDay, Met, OffMark } from "./deadline-words";

type Row = DeadlinesPage["rows"][number];

/** The list of days with what each is about; on phones that is shown below the title. */
export async function DeadlinesTable({ page, query }: { page: DeadlinesPage; query: DeadlinesQuery }) {
  const t = await getTranslations("deadlines.list");
  const heads = [
    ["day", "w-[22%] sm:min-w-40"],
    ["title", "w-[34%] sm:min-w-48"],
    ["of", "w-[44%] min-w-48 max-sm:hidden"],
  ] as const;
  return (
    <Table label={t("table")}>
      <thead>
        <tr>
          {heads.map(([key, className]) => (
            <Th key={key} className={className} aria-sort={ariaSort(query, key)}>
              <Link
                href={deadlinesSortHref(query, key)}
                className="link inline-flex min-h-6 gap-1 items-center max-sm:min-h-10"
              >
                <span>{t(`sort.${key}`)}</span>
                {query.sort.key === key && <span aria-hidden>{query.sort.direction === "asc" ? "↑" : "↓"}</span>}
              </Link>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody id="rows" tabIndex={-1} className="outline-none">
        {page.rows.map((row) => (
          <DeadlineRow key={row.key} row={row} page={page} />
        ))}
      </tbody>
    </Table>
  );
}

function ariaSort({ sort }: DeadlinesQuery, key: DeadlineSort) {
  if (sort.key !== key) return undefined;
  return sort.direction === "asc" ? ("ascending" as const) : ("descending" as const);
}

async function DeadlineRow({ row, page: { today, disbursedPercent } }: { row: Row; page: DeadlinesPage }) {
  const t = await getTranslations("deadlines");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const { kind, titleEn, titleLo, deadlineId, meeting, days } = row;
  const written = <BilingualText en={titleEn} lo={titleLo} {...words} />;
  const href = deadlineId === null ? `/meetings/${meeting?.id}` : `/deadlines/${deadlineId}`;
  return (
    <tr>
      <Td className="align-top">
        {days ? <span>{formatImpreciseDays(days, locale)}</span> : <DueDay due={row} today={today} />}
        {row.state === "done" && row.deadlineId === null && kind !== "meeting" && <Met label={t("rules.met")} />}
        {row.off && <OffMark off={row.off} isMeeting={kind === "meeting"} />}
        {row.isPlanned && !row.off && <span className="block text-ink-2 text-xs">{t("rules.planned")}</span>}
      </Td>
      <Th scope="row" className="align-top">
        {kind === "milestone" || kind === "meeting" ? (
          <Link href={href as Route} className="link">
            {written}
          </Link>
        ) : (
          <span>{t(`rules.kind.${kind}`, { percent: formatPercent(disbursedPercent, locale) })}</span>
        )}{" "}
        {row.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        <span className="block font-normal text-ink-2 text-xs">{t(`list.kind.${kind}`)}</span>
        <span className="mt-1 block font-normal sm:hidden">
          <About row={row} />
        </span>
      </Th>
      <Td className="align-top max-sm:hidden">
        <About row={row} />
      </Td>
    </tr>
  );
}

/** The entry and the meeting of a day; for a meeting's own days only the meeting. */
async function About({ row: { kind, entry, meeting } }: { row: Row }) {
  const ui = await getTranslations("ui");
  const words = { locale: await getLocale(), notTranslatedLabel: ui("notYetTranslated") };
  if (kind === "meeting") return meeting?.code;
  return (
    <>
      {entry && (
        <Link href={`/activities/${entry.id}` as Route} className="link block">
          <span>{entry.code}</span> <BilingualText en={entry.en} lo={entry.lo} {...words} />
        </Link>
      )}
      {meeting && (
        <Link href={`/meetings/${meeting.id}` as Route} className="link block text-xs">
          <span>{meeting.code}</span> <BilingualText en={meeting.en} lo={meeting.lo} {...words} />
        </Link>
      )}
    </>
  );
}
