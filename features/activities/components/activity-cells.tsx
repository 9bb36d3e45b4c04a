import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { NotYetTranslatedMark, SampleMark } from "@/components/ui/marks";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StageBadge } from "@/components/ui/stage-badge";
import { StateCode } from "@/components/ui/state-code";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ActivityColumn } from "../list-columns";
import type { TableLabels } from "./table-labels";
import type { CellText, TableRow } from "./table-rows";

export type CellContext = { labels: TableLabels; ownState: string | null };

/** Nothing to say; cards on phones leave it out. */
const dash = <span className="text-ink-3 max-sm:hidden">–</span>;

/** Plain in the reader's language; in the other with its `lang`. */
function words({ text, other }: CellText): ReactNode {
  return other ? <span lang={other}>{text}</span> : text;
}

function mark({ other }: CellText, labels: TableLabels): ReactNode {
  return other && <NotYetTranslatedMark label={labels.notTranslated} className="shrink-0" />;
}

function titleCell({ id, title, isTranslation, isSample }: TableRow, labels: TableLabels): ReactNode {
  const link = (
    <Link
      href={`/activities/${id}`}
      lang={title.other}
      data-row-link
      title={isTranslation ? labels.translation : undefined}
    >
      {title.text}
    </Link>
  );
  if (!title.other && !isSample) return link;
  return (
    <span className="titled">
      {link}
      {mark(title, labels)}
      {isSample && <SampleMark label={labels.sample} title={labels.sampleHint} className="shrink-0" />}
    </span>
  );
}

function leadCell({ lead }: TableRow, { labels, ownState }: CellContext): ReactNode {
  if (!lead) return dash;
  // The names of organisations are long; what is cut here stands whole on the entry's page.
  return (
    <span className={lead.isState ? "lead" : "lead sm:max-w-40"}>
      {lead.isState && <StateCode code={lead.code} own={lead.code === ownState} />}
      <span lang={lead.name.other} className="truncate">
        {lead.name.text}
      </span>
      {mark(lead.name, labels)}
    </span>
  );
}

/** What each column shows of a row. */
export const cellOf: Record<ActivityColumn, (row: TableRow, context: CellContext) => ReactNode> = {
  code: (row) => row.code,
  title: (row, { labels }) => titleCell(row, labels),
  plan: ({ plan, partner }, { labels }) => (
    <>
      {words(plan)} {mark(plan, labels)}
      {partner && <span className="text-ink-2"> · {partner}</span>}
    </>
  ),
  lead: leadCell,
  stage: ({ stage, stageLabel }) => (stage ? <StageBadge stage={stage} label={stageLabel} /> : dash),
  status: ({ status }, { labels }) => (status ? <StatusBadge status={status} label={labels.status[status]} /> : dash),
  schedule: ({ schedule }, { labels }) =>
    schedule ? <ScheduleBadge schedule={schedule} label={labels.schedule[schedule]} /> : dash,
  progress: ({ shown }) => shown.progress ?? dash,
  updated: ({ shown }) => shown.updated ?? dash,
  start: ({ shown }) => shown.start ?? dash,
  end: ({ shown }) => shown.end ?? dash,
  budget: ({ shown }) => shown.budget ?? dash,
};

/** What a cell that can be changed says, before the name of its link. */
export function spokenOf(column: ActivityColumn, { status, schedule, shown }: TableRow, labels: TableLabels): string {
  if (column === "status" && status) return labels.status[status];
  if (column === "schedule" && schedule) return labels.schedule[schedule];
  return (column === "progress" && shown.progress) || "–";
}

/** Columns whose values stand at the right edge. */
export const numericColumns: ReadonlySet<ActivityColumn> = new Set(["progress", "updated", "start", "end", "budget"]);
