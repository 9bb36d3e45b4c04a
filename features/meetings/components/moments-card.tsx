import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { formatImpreciseDays } from "@/i18n/format";
import type { MeetingRow } from "../server/list-meetings";

const pages = { overview: "/", activities: "/activities", plans: "/plans" } as const;
const pageNames = Object.keys(pages) as (keyof typeof pages)[];

/** The meetings that are over, each with the ways into the register as it stood then. Plain links: the whole document changes. */
export async function MomentsCard({ meetings }: { meetings: readonly MeetingRow[] }) {
  const t = await getTranslations("as-of");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Card title={t("meetings.title")}>
      {meetings.length === 0 ? (
        <p className="text-ink-2 text-sm">{t("meetings.empty")}</p>
      ) : (
        <Table label={t("meetings.label")}>
          <thead>
            <tr>
              <Th className="min-w-52">{t("meetings.meeting")}</Th>
              <Th>{t("meetings.day")}</Th>
              <Th>{t("meetings.show")}</Th>
            </tr>
          </thead>
          <tbody>
            {meetings.map((meeting) => (
              <tr key={meeting.id}>
                <Th scope="row">
                  <BilingualText
                    en={meeting.titleEn}
                    lo={meeting.titleLo}
                    locale={locale}
                    notTranslatedLabel={ui("notYetTranslated")}
                  />
                </Th>
                <Td className="whitespace-nowrap">{formatImpreciseDays(meeting, locale)}</Td>
                <Td>
                  <span className="flex flex-wrap gap-x-3 gap-y-1">
                    {pageNames.map((name) => (
                      <a
                        key={name}
                        className="link inline-flex min-h-6 items-center max-sm:min-h-10"
                        href={`${pages[name]}?asof=${encodeURIComponent(meeting.code)}`}
                      >
                        {t(`open.${name}`)}
                        <span className="sr-only">: {meeting.code}</span>
                      </a>
                    ))}
                  </span>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
