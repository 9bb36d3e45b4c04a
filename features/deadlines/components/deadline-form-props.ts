import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { Option } from "@/components/ui/field";
import { formatImpreciseDays } from "@/i18n/format";
import type { AnchorMeeting } from "../server/list-anchors";

/**
 * The labels and choices of a deadline's form.
 * @param meetings from which the deadline of an entry can be counted; null if the deadline belongs
 *   to a meeting, which cannot change
 */
export async function deadlineFormProps(meetings: readonly AnchorMeeting[] | null) {
  const t = await getTranslations("deadlines");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const names = ["titleEn", "titleLo", "anchor", "fixedOn", "meetingId", "days", "side"] as const;
  const anchors = ["day", "meeting", "entry_end"] as const;
  const options = (meetings ?? []).map((meeting): Option => {
    const own = locale === "lo" ? meeting.titleLo : meeting.titleEn;
    const label = `${meeting.code} · ${own ?? meeting.titleEn} · ${formatImpreciseDays(meeting, locale)}`;
    return { value: String(meeting.id), label };
  });
  return {
    names: Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])),
    hints: {
      days: t("hint.days"),
      ...(meetings ? { fixedOn: t("hint.fixedOn"), meetingId: t("hint.meetingId") } : {}),
    },
    words: {
      anchor: Object.fromEntries(anchors.map((value) => [value, t(`anchor.${value}`)])),
      side: { before: t("side.before"), after: t("side.after") },
    },
    notes: await noteLabels(),
    anchors: meetings ? [...anchors] : [],
    meetings: options,
    labels: { save: t("save"), saving: ui("saving"), cancel: ui("cancel"), choose: ui("choose") },
  };
}
