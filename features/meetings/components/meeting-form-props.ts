import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { Option } from "@/components/ui/field";
import { dayPrecisions } from "@/domain/vocabulary";
import enMeetings from "@/i18n/messages/en/meetings.json";
import type { listMeetingChoices } from "../server/list-meeting-choices";
import type { MeetingFormProps } from "./meeting-form";

type FormKey = keyof typeof enMeetings.form;
type Choices = Awaited<ReturnType<typeof listMeetingChoices>>;

/**
 * Labels and choices of the form of a meeting.
 * @param save label of the button
 */
export async function meetingFormProps(
  { bodies, partners, cycles, states }: Choices,
  save: string,
): Promise<Pick<MeetingFormProps, "names" | "notes" | "choices" | "labels">> {
  const t = await getTranslations("meetings.form");
  const precision = await getTranslations("meetings.precision");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const options = (rows: readonly { id: number; en: string; lo: string | null }[]): Option[] =>
    rows.map(({ id, en, lo }) => {
      const own = locale === "lo" ? lo : en;
      return { value: String(id), label: own ?? en, lang: own ? undefined : "en" };
    });
  return {
    names: Object.fromEntries((Object.keys(enMeetings.form) as FormKey[]).map((key) => [key, t(key)])),
    notes: await noteLabels(),
    choices: {
      bodies: options(bodies),
      partners: options(partners),
      cycles: options(cycles),
      states: options(states),
      precisions: dayPrecisions
        .filter((value) => value !== "unknown")
        .map((value) => ({ value, label: precision(value) })),
    },
    labels: {
      meeting: t("meeting"),
      days: t("days"),
      people: t("people"),
      none: t("none"),
      lastOnHint: t("lastOnHint"),
      choose: ui("choose"),
      save,
      saving: ui("saving"),
      cancel: ui("cancel"),
    },
  };
}
