import { createTranslator } from "next-intl";
import type { CalendarEvent } from "@/domain/ical";
import type { Locale } from "@/domain/vocabulary";
import { catalogue } from "@/i18n/catalogue";
import { formatImpreciseDays, formatPercent } from "@/i18n/format";
import type { CalendarContent } from "./server/read-calendar";

type Line = CalendarContent["lines"][number];
type Place = { locale: Locale; origin: string };

/**
 * The events of a calendar in one language.
 * @param origin of the site, for links and for globally unique ids
 */
export function calendarEvents({ lines, disbursedPercent }: CalendarContent, { locale, origin }: Place) {
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: "deadlines" });
  const terms = createTranslator({ locale, messages: catalogue[locale], namespace: "terms" });
  const own = ({ en, lo }: { en: string | null; lo: string | null }) =>
    (locale === "lo" ? (lo ?? en) : (en ?? lo)) ?? "";
  const wordsOf = (line: Line): string => {
    if (line.kind === "milestone" || line.kind === "meeting") return own({ en: line.titleEn, lo: line.titleLo });
    return t(`rules.kind.${line.kind}`, { percent: formatPercent(disbursedPercent, locale) });
  };
  const subject = ({ entry, meeting, kind }: Line) =>
    entry ? `${entry.code} ${own(entry)}` : meeting && kind !== "meeting" ? `${meeting.code} ${own(meeting)}` : "";
  return lines.map((line): CalendarEvent => {
    const { key, kind, dueOn, endOn, version, state, days, entry, meeting, deadlineId, off } = line;
    const about = off && (kind === "meeting" ? terms(`meetingState.${off}`) : t(`off.${off}`));
    const late = state === "late" ? `${t("state.late")}: ` : "";
    const held = about ? `${about}: ` : "";
    const code = entry ? ` (${entry.code})` : "";
    const page = deadlineId
      ? `/deadlines/${deadlineId}`
      : entry
        ? `/activities/${entry.id}`
        : `/meetings/${meeting?.id}`;
    const isTentative = line.isPlanned || off !== null || (kind === "meeting" && days !== null && !isExact(days));
    const notes = [
      subject(line),
      days && formatImpreciseDays(days, locale),
      line.isPlanned && !off && t("rules.planned"),
      line.isSample && catalogue[locale].ui.sampleHint,
    ];
    return {
      uid: `${key}@${new URL(origin).host}`,
      firstOn: dueOn,
      lastOn: endOn,
      sequence: version - 1,
      summary: `${held}${late}${wordsOf(line)}${code}`,
      description: notes.filter(Boolean).join("\n"),
      url: origin + page,
      status: off === "cancelled" ? "cancelled" : isTentative ? "tentative" : undefined,
    };
  });
}

const isExact = ({ firstPrecision, lastPrecision }: NonNullable<Line["days"]>) =>
  firstPrecision === "exact" && lastPrecision === "exact";
