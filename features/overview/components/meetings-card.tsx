import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatImpreciseDays } from "@/i18n/format";
import type { Overview } from "@/server/register/read-overview";
import type { MeetingLine } from "@/server/register/reference-date";

/** The next meetings; for a cycle that is over, the meetings after it. */
export async function MeetingsCard({ overview: { meetings, referenceDate } }: { overview: Overview }) {
  const t = await getTranslations("overview.meetings");
  const [first, ...others] = meetings;
  return (
    <Card id="meetings" title={t(referenceDate.isOver ? "followed" : "next")}>
      {first ? (
        <>
          <Meeting meeting={first} isFirst />
          {others.map((meeting) => (
            <Meeting key={meeting.code} meeting={meeting} />
          ))}
        </>
      ) : (
        <p className="text-ink-2 text-sm">{t("none")}</p>
      )}
      {!referenceDate.isOver && first?.lastOn && first.lastPrecision === "exact" && (
        <p className="text-ink-2 text-xs">{t("inDays", { days: daysBetween(referenceDate.day, first.lastOn) })}</p>
      )}
    </Card>
  );
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

async function Meeting({ meeting, isFirst = false }: { meeting: MeetingLine; isFirst?: boolean }) {
  const locale = await getLocale();
  const ui = await getTranslations("ui");
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <div className="border-line border-b py-1.5 last:border-b-0">
      <p className={isFirst ? "font-semibold text-md" : "text-sm"}>
        <Link href={`/meetings/${meeting.id}` as Route} className="link">
          <BilingualText en={meeting.titleEn} lo={meeting.titleLo} {...words} />
        </Link>
      </p>
      <p className="text-ink-2 text-xs">
        <span>{formatImpreciseDays(meeting, locale)}</span>
        {(meeting.placeEn || meeting.placeLo) && <span>{" · "}</span>}
        <BilingualText en={meeting.placeEn} lo={meeting.placeLo} {...words} />
      </p>
    </div>
  );
}
