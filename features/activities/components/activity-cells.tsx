import type { ReactNode } from "react";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StageBadge } from "@/components/ui/stage-badge";
import { StateCode } from "@/components/ui/state-code";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Locale } from "@/domain/vocabulary";
import { formatDay, formatPercent, formatUsd } from "@/i18n/format";
import type { ActivityColumn } from "../list-columns";
import type { ActivityRow } from "../server/parts/select";
import type { TableLabels } from "./table-labels";

export type CellContext = { labels: TableLabels; locale: Locale; ownState: string | null };

/** Nothing to say; cards on phones leave it out. */
const dash = <span className="text-ink-3 max-sm:hidden">–</span>;

/** The stage with the body that decided it: "ADGMIN approved"; without a recorded decision the stage alone. */
function stageLabel(row: ActivityRow, labels: TableLabels): string {
  if (!row.stage) return "";
  const by: Partial<Record<string, string>> = row.stageBody ? labels.stageBy[row.stageBody] : {};
  return by[row.stage] ?? labels.stage[row.stage];
}

function TitleCell({ row, labels, locale }: { row: ActivityRow } & CellContext) {
  const isTranslation = row.original !== locale && Boolean(locale === "lo" ? row.titleLo : row.titleEn);
  return (
    <span className="flex min-w-0 items-center gap-2 max-sm:flex-wrap">
      <Link
        href={`/activities/${row.id}`}
        data-row-link
        title={isTranslation ? labels.translation : undefined}
        className="min-w-0 break-words font-medium hover:underline sm:line-clamp-(--title-lines) sm:[word-break:var(--title-break)]"
      >
        <BilingualText en={row.titleEn} lo={row.titleLo} locale={locale} notTranslatedLabel={labels.notTranslated} />
      </Link>
      {row.isSample && <SampleMark label={labels.sample} title={labels.sampleHint} className="shrink-0" />}
    </span>
  );
}

function LeadCell({ row, labels, locale, ownState }: { row: ActivityRow } & CellContext) {
  if (!row.lead) return dash;
  const { code, nameEn, nameLo, isState } = row.lead;
  const name = (
    <BilingualText en={nameEn} lo={nameLo} locale={locale} notTranslatedLabel={labels.notTranslated} truncate />
  );
  // The names of organisations are long; what is cut here stands whole on the entry's page.
  if (!isState) return <span className="inline-flex max-w-40 max-sm:max-w-none">{name}</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <StateCode code={code} own={code === ownState} />
      {name}
    </span>
  );
}

const day = (value: string | null, locale: Locale) => (value ? formatDay(value, locale) : dash);

/** What each column shows of a row. */
export const cellOf: Record<ActivityColumn, (row: ActivityRow, context: CellContext) => ReactNode> = {
  code: (row) => <span className="text-ink-2">{row.code}</span>,
  title: (row, context) => <TitleCell row={row} {...context} />,
  plan: (row, { labels, locale }) => (
    <span>
      <BilingualText
        en={row.plan.periodEn}
        lo={row.plan.periodLo}
        locale={locale}
        notTranslatedLabel={labels.notTranslated}
      />
      {row.plan.partner && <span className="text-ink-2"> · {row.plan.partner}</span>}
    </span>
  ),
  lead: (row, context) => <LeadCell row={row} {...context} />,
  stage: (row, { labels }) => (row.stage ? <StageBadge stage={row.stage} label={stageLabel(row, labels)} /> : dash),
  status: (row, { labels }) =>
    row.status ? <StatusBadge status={row.status} label={labels.status[row.status]} /> : dash,
  schedule: (row, { labels }) =>
    row.schedule ? <ScheduleBadge schedule={row.schedule} label={labels.schedule[row.schedule]} /> : dash,
  progress: (row, { locale }) => (row.progress === null ? dash : formatPercent(row.progress, locale)),
  updated: (row, { locale }) => day(row.updatedOn, locale),
  start: (row, { locale }) => day(row.startOn, locale),
  end: (row, { locale }) => day(row.endOn, locale),
  budget: (row, { locale }) => (row.budgetUsd === null ? dash : formatUsd(Number(row.budgetUsd), locale)),
};

/** Columns whose values stand at the right edge. */
export const numericColumns: ReadonlySet<ActivityColumn> = new Set(["progress", "updated", "start", "end", "budget"]);
