import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { plannedBy } from "@/domain/planned-progress";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatPercent } from "@/i18n/format";

/** The progress of the work, where it should be by now, why it is not, and what was last said. */
export async function ProgressCard({ page: { entry, updates, today } }: { page: EntryPage }) {
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (entry.progress === null) return null;
  const percent = formatPercent(entry.progress, locale);
  const latest = updates[0];
  const isRunning = entry.status === "ongoing" || entry.status === "not_started";
  const planned = isRunning ? plannedBy(entry, today) : null;
  const mark = planned === null ? undefined : { value: planned, isBehind: entry.progress < planned };
  return (
    <Card title={t("sections.progress")}>
      <p className="flex items-center gap-3">
        <strong className="font-semibold text-xl">{percent}</strong>
        <ProgressBar
          value={entry.progress}
          label={ui("progressOf", { percent })}
          mark={mark}
          className="min-w-0 flex-1"
        />
      </p>
      {planned !== null && (
        <p className={mark?.isBehind ? "text-sm text-warn" : "text-ink-2 text-sm"}>
          {t("plannedByToday", { percent: formatPercent(planned, locale) })}
        </p>
      )}
      {entry.scheduleReason && (
        <p className="text-sm text-warn">
          <FreeText text={entry.scheduleReason} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </p>
      )}
      {latest && (
        <p className="text-ink-2 text-sm">
          <BilingualText
            en={latest.textEn}
            lo={latest.textLo}
            locale={locale}
            notTranslatedLabel={ui("notYetTranslated")}
          />
        </p>
      )}
    </Card>
  );
}
