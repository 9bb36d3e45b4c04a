/** The title of a round's meeting in the reader's language, otherwise in English. */
export function meetingTitle(meeting: { titleEn: string; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn;
}
