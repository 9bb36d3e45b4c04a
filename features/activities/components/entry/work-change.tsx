import { getLocale, getTranslations } from "next-intl/server";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatPercent } from "@/i18n/format";

type Update = EntryPage["updates"][number];

/** Status, schedule and progress of an update; what it changed as old value, arrow, new value. */
export async function WorkChange({ update, former }: { update: Update; former?: Update }) {
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const { status, schedule, progress } = update;
  const old = {
    status: former?.status && former.status !== status ? terms(`status.${former.status}`) : null,
    schedule: former?.schedule && former.schedule !== schedule ? terms(`schedule.${former.schedule}`) : null,
    progress:
      typeof former?.progress === "number" && former.progress !== progress
        ? formatPercent(former.progress, locale)
        : null,
  };
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {status && (
        <span>
          <Old value={old.status} />
          <StatusBadge status={status} label={terms(`status.${status}`)} />
        </span>
      )}
      {schedule && (
        <span>
          <Old value={old.schedule} />
          <ScheduleBadge schedule={schedule} label={terms(`schedule.${schedule}`)} />
        </span>
      )}
      {progress !== null && (
        <span>
          <Old value={old.progress} />
          <span>{formatPercent(progress, locale)}</span>
        </span>
      )}
    </p>
  );
}

/** The value before, struck through and followed by an arrow; screen readers hear "from … to". */
async function Old({ value }: { value: string | null }) {
  const t = await getTranslations("activity.changed");
  if (value === null) return null;
  return (
    <>
      <span className="sr-only">{t("from")} </span>
      <s className="text-ink-2">{value}</s>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t("to")} </span>
    </>
  );
}
