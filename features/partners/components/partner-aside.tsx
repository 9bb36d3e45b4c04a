import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDayRange, formatImpreciseDays } from "@/i18n/format";
import type { PartnerPage } from "../server/get-partner";

type Meeting = PartnerPage["meetings"][number];

/** The partner's plans, latest first. */
export async function PlansCard({ page: { plans } }: { page: PartnerPage }) {
  const t = await getTranslations("partners");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Card id="plans" title={t("plansCard")}>
      {plans.length === 0 && <p className="py-1 text-ink-2 text-sm">{t("noPlans")}</p>}
      <ul>
        {plans.map(({ id, en, lo, state, startsOn, endsOn }) => (
          <li key={id} className="border-line border-t py-1.5 text-sm first:border-t-0">
            <Link href={`/plans/${id}` as Route} className="link inline-flex min-h-6 items-center max-sm:min-h-10">
              <BilingualText en={en} lo={lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
            </Link>
            <p className="text-ink-2 text-xs">{`${formatDayRange(startsOn, endsOn, locale)} · ${terms(`planState.${state}`)}`}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/**
 * The next joint meetings first, then past ones: joint meetings, and those that discussed its
 * activities.
 */
export async function MeetingsCard({ page: { meetings, coming } }: { page: PartnerPage }) {
  const t = await getTranslations("partners");
  return (
    <Card id="meetings" title={t("meetings")}>
      <h3 className="text-ink-2 text-xs">{t("coming")}</h3>
      <MeetingList meetings={coming} empty={t("noComing")} />
      <h3 className="mt-2 text-ink-2 text-xs">{t("held")}</h3>
      <MeetingList meetings={meetings} empty={t("noHeld")} />
    </Card>
  );
}

async function MeetingList({ meetings, empty }: { meetings: readonly Meeting[]; empty: string }) {
  const t = await getTranslations("partners");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (meetings.length === 0) return <p className="py-1 text-ink-2 text-sm">{empty}</p>;
  return (
    <ul>
      {meetings.map((meeting) => (
        <li key={meeting.id} className="border-line border-t py-1.5 text-sm first:border-t-0">
          <Link
            href={`/meetings/${meeting.id}` as Route}
            className="link inline-flex min-h-6 items-center max-sm:min-h-10"
          >
            <BilingualText
              en={meeting.titleEn}
              lo={meeting.titleLo}
              locale={locale}
              notTranslatedLabel={ui("notYetTranslated")}
            />
          </Link>
          <p className="text-ink-2 text-xs">{`${formatImpreciseDays(meeting, locale)} · ${t(meeting.isJoint ? "joint" : "heard")}`}</p>
        </li>
      ))}
    </ul>
  );
}
