import { getLocale, getTranslations } from "next-intl/server";
import { Check, TriangleAlert } from "@/components/ui/icons";
import type { DeadlineState } from "@/domain/deadlines";
import type { OffState } from "@/domain/meeting-state";
import { formatAge, formatDay } from "@/i18n/format";
import type { OwnDeadlineLine } from "../server/lib/own-deadline-lines";

type Anchored = Pick<OwnDeadlineLine, "anchor" | "offsetDays" | "meetingCode">;

/** From what a deadline is counted, for example "21 days before ADGSOM-7". */
export async function hangsOn({ anchor, offsetDays, meetingCode }: Anchored): Promise<string> {
  const t = await getTranslations("deadlines.on");
  if (anchor === "day") return t("day");
  const params = { count: Math.abs(offsetDays), code: meetingCode ?? "" };
  const side = offsetDays < 0 ? "Before" : offsetDays > 0 ? "After" : "On";
  return anchor === "meeting" ? t(`meeting${side}`, params) : t(`entry${side}`, params);
}

type DueProps = { due: { dueOn: string | null; doneOn: string | null; state: DeadlineState }; today: string };

/** The due day and its state, shown by an icon and words, not by colour alone. */
export async function DueDay({ due: { dueOn, doneOn, state }, today }: DueProps) {
  const t = await getTranslations("deadlines");
  const locale = await getLocale();
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="font-medium">{dueOn ? formatDay(dueOn, locale) : t("noDay")}</span>
      {state === "late" && dueOn && (
        <span className="inline-flex items-center gap-1 text-bad text-xs">
          <TriangleAlert aria-hidden className="size-3.5" />
          <span>{t("state.late")}</span>, <span>{formatAge(dueOn, today, locale)}</span>
        </span>
      )}
      {state === "open" && dueOn && <span className="text-ink-2 text-xs">{formatAge(dueOn, today, locale)}</span>}
      {doneOn && <Met label={t("doneOn", { day: formatDay(doneOn, locale) })} />}
    </span>
  );
}

/** Says that the meeting, or the one that a deadline is counted from, is postponed or cancelled. */
export async function OffMark({ off, isMeeting }: { off: OffState; isMeeting: boolean }) {
  const t = await getTranslations("deadlines.off");
  const terms = await getTranslations("terms.meetingState");
  return (
    <span className="flex items-center gap-1 text-warn text-xs">
      <TriangleAlert aria-hidden className="size-3.5" />
      <span>{isMeeting ? terms(off) : t(off)}</span>
    </span>
  );
}

/** A check mark with a label, for a met requirement. */
export function Met({ label }: { label: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-good text-xs">
      <Check aria-hidden className="size-3.5" />
      <span>{label}</span>
    </span>
  );
}
