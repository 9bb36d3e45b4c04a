import { getLocale, getTranslations } from "next-intl/server";
import { FreeText } from "@/components/ui/bilingual-text";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { KnownWork } from "@/domain/reporting";
import { formatPercent } from "@/i18n/format";

/** State of the work: status, schedule, progress, and the reason if it is not on track. */
export async function WorkValues({ work }: { work: KnownWork }) {
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { status, schedule, scheduleReason, progress } = work;
  if (!status && !schedule && progress === null) return "–";
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {status && <StatusBadge status={status} label={terms(`status.${status}`)} />}
      {schedule && <ScheduleBadge schedule={schedule} label={terms(`schedule.${schedule}`)} />}
      {progress !== null && <span>{formatPercent(progress, locale)}</span>}
      {scheduleReason && (
        <span className="text-warn text-xs">
          <FreeText text={scheduleReason} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </span>
      )}
    </span>
  );
}
