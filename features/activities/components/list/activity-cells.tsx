import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { NotYetTranslatedMark, SampleMark } from "@/components/ui/marks";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StageBadge } from "@/components/ui/stage-badge";
import { StateCode } from "@/components/ui/state-code";
import { StatusBadge } from "@/components/ui/status-badge";
import { isBodyCode, type Stage } from "@/domain/lifecycle";
import type { ActivityColumn } from "@/features/activities/list-columns";
import { interpolate } from "./interpolate";
import type { TableLabels } from "./table-labels";
import type { CellText, TableRow } from "./table-rows";

export type CellContext = { labels: TableLabels; ownState: string | null };

/** For an empty value; cards on phones leave it out. */
const dash = <span className="text-ink-3 max-sm:hidden">–</span>;

/** A text, with a `lang` attribute if it is not in the reader's language. */
function words(text: CellText): ReactNode {
  return typeof text === "string" ? text : <span lang={text.other}>{text.text}</span>;
}

const textIn = (text: CellText) => (typeof text === "string" ? text : text.text);
const otherOf = (text: CellText) => (typeof text === "string" ? undefined : text.other);

function mark(text: CellText, labels: TableLabels): ReactNode {
  return otherOf(text) && <NotYetTranslatedMark label={labels.notTranslated} className="shrink-0" />;
}

function titleCell({ id, title, isTranslation, isSample }: TableRow, labels: TableLabels): ReactNode {
  const link = (
    <Link
      href={`/activities/${id}`}
      lang={otherOf(title)}
      data-row-link
      title={isTranslation ? labels.translation : undefined}
    >
      {textIn(title)}
    </Link>
  );
  if (!otherOf(title) && !isSample) return link;
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
  // Names of organisations are long and are truncated; the entry's page shows them in full.
  return (
    <span className={lead.isState ? "lead" : "lead sm:max-w-40"}>
      {lead.isState && <StateCode code={lead.code} own={lead.code === ownState} />}
      <span lang={otherOf(lead.name)} className="truncate">
        {textIn(lead.name)}
      </span>
      {mark(lead.name, labels)}
    </span>
  );
}

function stageCell({ stage, body }: TableRow, { labels }: CellContext): ReactNode {
  if (!stage) return dash;
  const ofBody: Partial<Record<Stage, string>> = labels.stageOfBody;
  const short = body && ofBody[stage];
  return (
    <StageBadge
      stage={stage}
      label={short ? interpolate(short, { body: isBodyCode(body) ? labels.body[body] : body }) : labels.stage[stage]}
    />
  );
}

/** The content of each column for a row. */
export const cellOf: Record<ActivityColumn, (row: TableRow, context: CellContext) => ReactNode> = {
  code: (row) => row.code,
  title: (row, { labels }) => titleCell(row, labels),
  plan: ({ plan, partner }, { labels }) => (
    <>
      <span>{words(plan)}</span> {mark(plan, labels)}
      {partner && <span className="text-ink-2">{` · ${partner}`}</span>}
    </>
  ),
  lead: leadCell,
  stage: stageCell,
  status: ({ status }, { labels }) => (status ? <StatusBadge status={status} label={labels.status[status]} /> : dash),
  schedule: ({ schedule }, { labels }) =>
    schedule ? <ScheduleBadge schedule={schedule} label={labels.schedule[schedule]} /> : dash,
  progress: ({ percent }) => percent ?? dash,
  updated: (row) => row.updated ?? dash,
  start: (row) => row.start ?? dash,
  end: (row) => row.end ?? dash,
  budget: (row) => row.budget ?? dash,
};

/** The value of a cell that can be changed, spoken before the label of its link. */
export function spokenOf(column: ActivityColumn, { status, schedule, percent }: TableRow, labels: TableLabels): string {
  if (column === "status" && status) return labels.status[status];
  if (column === "schedule" && schedule) return labels.schedule[schedule];
  return (column === "progress" && percent) || "–";
}

/** Columns that are aligned right. */
export const numericColumns: ReadonlySet<ActivityColumn> = new Set(["progress", "updated", "start", "end", "budget"]);
