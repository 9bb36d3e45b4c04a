import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { formatImpreciseDays } from "@/i18n/format";
import type { MeetingRow } from "../server/list-meetings";

const pages = { overview: "/", activities: "/activities", plans: "/plans" } as const;
const pageNames = Object.keys(pages) as (keyof typeof pages)[];

/**
 * Past meetings, each with links to the register as it was after it. Plain links, because the whole
 * document changes.
 */
export async function MomentsCard({ meetings }: { meetings: readonly MeetingRow[] }) {
  const t = await getTranslations("as-of");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Card title={t("meetings.title")}>
      {meetings.length === 0 ? (
        <p className="text-ink-2 text-sm">{t("meetings.empty")}</p>
      ) : (
        <ul aria-label={t("meetings.label")} className="flex flex-col divide-y divide-line">
          {meetings.map((meeting) => (
            <li key={meeting.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-1.5 text-sm">
              <span className="min-w-0 flex-1 basis-72 font-medium">
                <BilingualText
                  en={meeting.titleEn}
                  lo={meeting.titleLo}
                  locale={locale}
                  notTranslatedLabel={ui("notYetTranslated")}
                />
                <span className="block font-normal text-ink-2 text-xs">{formatImpreciseDays(meeting, locale)}</span>
              </span>
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {pageNames.map((name) => (
                  <a
                    key={name}
                    className="link inline-flex min-h-6 items-center max-sm:min-h-10"
                    href={`${pages[name]}?asof=${encodeURIComponent(meeting.code)}`}
                  >
                    <span>{t(`open.${name}`)}</span>
                    <span className="sr-only">{`: ${meeting.code}`}</span>
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
