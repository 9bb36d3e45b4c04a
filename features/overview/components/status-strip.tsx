import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BilingualText } from "@/components/ui/bilingual-text";
import { classes } from "@/components/ui/classes";
import { Count } from "@/components/ui/count";
import { Glyph } from "@/components/ui/glyphs";
import { StatusGlyph } from "@/components/ui/status-badge";
import { chartedStatuses } from "@/domain/chart-steps";
import type { Overview } from "@/server/register/read-overview";
import type { MeetingLine } from "@/server/register/reference-date";
import type { RowsHref } from "../rows-filter";
import { FigureLink } from "./figure-link";

type Props = { overview: Overview; rowsHref: RowsHref };

/**
 * The approved entries by status, and those with a schedule problem, with the change since the last
 * meeting.
 */
export async function StatusStrip({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.strip");
  const terms = await getTranslations("terms");
  const o = await getTranslations("overview");
  const period = [overview.period.code];
  const own = overview.axes.filter((row) => row.period === overview.period.code && row.stage === "approved");
  const all = sum(own);
  const { meeting } = overview.referenceDate;
  const statuses = chartedStatuses.map((status) => {
    const isIt = (row: { status: string | null }) => (row.status ?? "none") === status;
    return { status, now: sum(own.filter(isIt)), before: overview.past && sum(overview.past.filter(isIt)) };
  });
  const schedules = (["at_risk", "delayed"] as const).map((schedule) => {
    const isIt = (row: { schedule: string | null }) => row.schedule === schedule;
    return { schedule, now: sum(own.filter(isIt)), before: overview.past && sum(overview.past.filter(isIt)) };
  });
  const shown = statuses.filter(({ status, now, before }) => status !== "none" || now > 0 || (before ?? 0) > 0);
  return (
    <section
      aria-label={t("title")}
      data-card
      className="overflow-hidden rounded-xl border border-line bg-surface shadow-1"
    >
      <ul className="grid grid-cols-2 gap-px bg-line max-sm:[&>:first-child]:col-span-2 max-sm:[&>:last-child:nth-child(even)]:col-span-2 sm:grid-cols-4 xl:grid-flow-col xl:auto-cols-fr xl:grid-cols-none print:auto-cols-fr print:grid-flow-col print:grid-cols-none">
        {shown.map(({ status, now, before }) => (
          <Figure
            key={status}
            glyph={status === "none" ? null : <StatusGlyph status={status} />}
            label={status === "none" ? o("notRecorded") : terms(`statusShort.${status}`)}
            value={
              <FigureLink href={rowsHref({ period, stage: ["approved"], status: [status] })} className="text-xl">
                <Count value={now} />
              </FigureLink>
            }
            beside={status === "completed" ? t("of", { count: all }) : null}
            change={changeOf(t, now, before)}
          />
        ))}
        {schedules.map(({ schedule, now, before }) => (
          <Figure
            key={schedule}
            glyph={<Glyph name={schedule} />}
            label={terms(`schedule.${schedule}`)}
            tone={now === 0 ? undefined : schedule === "delayed" ? "text-bad" : "text-warn"}
            value={
              <FigureLink href={rowsHref({ period, stage: ["approved"], schedule: [schedule] })} className="text-xl">
                <Count value={now} />
              </FigureLink>
            }
            change={changeOf(t, now, before)}
          />
        ))}
      </ul>
      {overview.past && meeting && <Since meeting={meeting} />}
    </section>
  );
}

const sum = (rows: readonly { total: number }[]) => rows.reduce((all, row) => all + row.total, 0);

type Translate = Awaited<ReturnType<typeof getTranslations<"overview.strip">>>;

function changeOf(t: Translate, now: number, before: number | null): string | null {
  if (before === null) return null;
  if (now === before) return t("noChange");
  return `${now > before ? "+" : "−"}${Math.abs(now - before)}`;
}

/**
 * The meeting since which changes are counted. It is shown once below all figures, because its name
 * is wider than a figure.
 */
async function Since({ meeting }: { meeting: MeetingLine }) {
  const t = await getTranslations("overview.strip");
  const ui = await getTranslations("ui");
  return (
    <p className="border-line border-t px-3.5 py-1.5 text-ink-2 text-xs">
      <span>{t("since")}</span>{" "}
      <BilingualText
        en={meeting.titleEn}
        lo={meeting.titleLo}
        locale={await getLocale()}
        notTranslatedLabel={ui("notYetTranslated")}
      />
    </p>
  );
}

type FigureProps = {
  glyph: ReactNode;
  label: string;
  value: ReactNode;
  beside?: string | null;
  change: string | null;
  tone?: string;
};

function Figure({ glyph, label, value, beside, change, tone }: FigureProps) {
  return (
    <li className="bg-surface px-3.5 py-2">
      <p className={classes("flex items-center gap-1.5 text-xs", tone ?? "text-ink-2")}>
        {glyph}
        <span>{label}</span>
      </p>
      <p className="flex items-baseline gap-1.5">
        <span>{value}</span>
        {beside && <span className="text-ink-2 text-xs">{beside}</span>}
      </p>
      {change && <p className="text-ink-2 text-xs">{change}</p>}
    </li>
  );
}
