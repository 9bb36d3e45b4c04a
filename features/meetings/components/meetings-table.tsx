import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { StateCode } from "@/components/ui/state-code";
import { Table, Td, Th } from "@/components/ui/table";
import { formatImpreciseDays, formatNumber } from "@/i18n/format";
import type { MeetingRow } from "../server/list-meetings";

/** The meetings of one cycle. */
export async function MeetingsTable({ meetings, label }: { meetings: readonly MeetingRow[]; label: string }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th className="w-[45%] min-w-52">{terms("noun.meeting")}</Th>
          <Th className="w-[18%]">{t("days")}</Th>
          <Th className="w-[19%]">{t("place")}</Th>
          <Th className="w-[9%]">{t("state")}</Th>
          <Th numeric>{t("decisions")}</Th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <Th scope="row">
              <Link href={`/meetings/${meeting.id}` as Route} className="link">
                <BilingualText en={meeting.titleEn} lo={meeting.titleLo} {...words} />
              </Link>
            </Th>
            <Td className="whitespace-nowrap">{formatImpreciseDays(meeting, locale)}</Td>
            <Td>
              <span className="inline-flex items-center gap-1.5">
                {meeting.hostCode && (
                  <StateCode
                    code={meeting.hostCode}
                    name={`${t("host")}: ${(locale === "lo" ? meeting.hostLo : null) ?? meeting.hostEn}`}
                  />
                )}
                <BilingualText en={meeting.placeEn} lo={meeting.placeLo} {...words} />
                {!meeting.hostCode && !meeting.placeEn && !meeting.placeLo && <span>–</span>}
              </span>
            </Td>
            <Td>{terms(`meetingState.${meeting.state}`)}</Td>
            <Td numeric>{formatNumber(meeting.decisions, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
