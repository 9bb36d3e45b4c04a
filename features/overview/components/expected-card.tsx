import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { formatDay, formatImpreciseDays, formatNumber } from "@/i18n/format";
import type { Expected } from "../server/get-expected";

type Line = Expected["entries"][number];
type Props = { expected: Expected; allHref: Route };

/** What a focal point's state is expected to report. Each line links to the form for it. */
export async function ExpectedCard({ expected, allHref }: Props) {
  const t = await getTranslations("states.expected");
  const locale = await getLocale();
  const { state, entries, shares, silentAfter: days } = expected;
  const name = (locale === "lo" && state.lo) || state.en;
  const total = entries[0]?.total ?? 0;
  return (
    <Card id="expected" title={t("title", { state: name })} className="print:hidden">
      <div className="grid items-start gap-x-5 gap-y-3 lg:grid-cols-3">
        <Part title={t("entries", { state: name, days })}>
          {entries.length === 0 && <Nothing text={t("noEntries")} />}
          <ul>
            {entries.map((line) => (
              <Asked key={line.id} line={line} href={`/activities/${line.id}/report`} act={t("report")} />
            ))}
          </ul>
          {total > entries.length && (
            <Link href={allHref} className="link text-sm">
              {t("all", { count: formatNumber(total, locale) })}
            </Link>
          )}
        </Part>
        <Part title={t("shares", { days })}>
          {shares.length === 0 && <Nothing text={t("noShares")} />}
          <ul>
            {shares.map((line) => (
              <Asked key={line.id} line={line} href={`/activities/${line.id}/states/${state.code}`} act={t("share")} />
            ))}
          </ul>
          <Plans expected={expected} />
        </Part>
        <Part title={t("meetings")}>
          <Meetings meetings={expected.meetings} />
        </Part>
      </div>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-medium text-ink-2 text-xs">{title}</h3>
      {children}
    </div>
  );
}

const Nothing = ({ text }: { text: string }) => <p className="py-1 text-ink-2 text-sm">{text}</p>;

/** The entry, the day of its last report, and a link to the form. */
async function Asked({ line, href, act }: { line: Line; href: string; act: string }) {
  const t = await getTranslations("states.expected");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const since = line.lastReportedOn ? t("since", { day: formatDay(line.lastReportedOn, locale) }) : t("never");
  return (
    <li className="border-line border-t py-1.5 text-sm first:border-t-0">
      <Link href={href as Route} className="link inline-flex min-h-6 items-center max-sm:min-h-10">
        <span>{act}</span>
        <span className="sr-only">{`: ${line.code}`}</span>
      </Link>{" "}
      <span className="text-ink-2 text-xs">{since}</span>
      <p>
        <span className="text-ink-2">{line.code}</span>{" "}
        <BilingualText
          en={line.titleEn}
          lo={line.titleLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />{" "}
        {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </p>
    </li>
  );
}

/** Links to each plan's complete list if there are more shares than are shown. */
async function Plans({ expected: { state, shares, byPlan } }: { expected: Expected }) {
  const t = await getTranslations("states.expected");
  const locale = await getLocale();
  if ((shares[0]?.total ?? 0) <= shares.length) return null;
  return (
    <ul className="text-sm">
      {byPlan.map(({ id, en, lo, count }) => (
        <li key={id}>
          <Link
            href={`/plans/${id}/states?state=${state.code}&silent=1` as Route}
            className="link inline-flex min-h-6 items-center max-sm:min-h-10"
          >
            {t("allOf", { plan: (locale === "lo" && lo) || en, count: formatNumber(count, locale) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

async function Meetings({ meetings }: { meetings: Expected["meetings"] }) {
  const t = await getTranslations("states.expected");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (meetings.length === 0) return <Nothing text={t("noMeetings")} />;
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
          <p className="text-ink-2 text-xs">{`${formatImpreciseDays(meeting, locale)} · ${t("onAgenda", { count: meeting.onAgenda })}`}</p>
        </li>
      ))}
    </ul>
  );
}
