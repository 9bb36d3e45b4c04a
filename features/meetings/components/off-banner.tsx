import { getLocale, getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { offState } from "@/domain/meeting-state";
import { formatInstant } from "@/i18n/format";
import type { MeetingPage } from "../server/get-meeting";

/** Says that the meeting is postponed or cancelled, by whom, when and why. */
export async function OffBanner({ page: { meeting, stateChangedByName: name } }: { page: MeetingPage }) {
  const t = await getTranslations("meetings.off");
  const terms = await getTranslations("terms.meetingState");
  const locale = await getLocale();
  const off = offState(meeting.state);
  if (off === null) return null;
  const when = meeting.stateChangedAt ? formatInstant(meeting.stateChangedAt, locale) : "–";
  const head = name === null ? t("byNobody", { state: terms(off), when }) : t("by", { state: terms(off), name, when });
  return (
    <Banner tone="warn">
      <span>{`${head}: `}</span>
      <span>{meeting.stateReason}</span>
    </Banner>
  );
}
