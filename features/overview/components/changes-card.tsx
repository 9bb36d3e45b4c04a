import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { ArrowRight } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StageBadge } from "@/components/ui/stage-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatDay, formatImpreciseDay } from "@/i18n/format";
import type { ChangedLine } from "@/server/register/entry-lines";
import type { Overview } from "@/server/register/read-overview";
import type { RowsHref } from "../rows-filter";
import { EntryLine } from "./entry-line";

type Props = { overview: Overview; rowsHref: RowsHref };

/** Entries whose stage, status or schedule changed since the last meeting. */
export async function ChangesCard({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.changes");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { changes, signals, referenceDate, period, ownState } = overview;
  const { meeting } = referenceDate;
  return (
    <Card
      id="changes"
      title={t("title")}
      action={
        changes.length > 0 ? (
          <Link href={rowsHref({ period: [period.code], signal: ["changed"] })}>
            {t("all", { count: signals.changed })}
          </Link>
        ) : undefined
      }
    >
      {meeting ? (
        <p className="text-ink-2 text-xs">
          <BilingualText
            en={meeting.titleEn}
            lo={meeting.titleLo}
            locale={locale}
            notTranslatedLabel={ui("notYetTranslated")}
          />
          , <span>{formatImpreciseDay(meeting.lastOn, meeting.lastPrecision, locale)}</span>
        </p>
      ) : (
        <p className="text-ink-2 text-sm">{t("noMeeting")}</p>
      )}
      {meeting && changes.length === 0 && <p className="py-1 text-ink-2 text-sm">{t("none")}</p>}
      <ul>
        {changes.map((line) => (
          <li key={line.id} className="border-line border-t py-1.5 text-sm first:border-t-0">
            <EntryLine line={line} ownState={ownState} />
            <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-2 text-xs">
              <span>{formatDay(line.changedAt, locale)}</span>
              <Steps line={line} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Old and new value of each axis that differs. */
async function Steps({ line }: { line: ChangedLine }) {
  const terms = await getTranslations("terms");
  const { past, stage, status, schedule } = line;
  return (
    <>
      {past.stage !== stage && stage && (
        <Step from={past.stage && <StageBadge stage={past.stage} label={terms(`stage.${past.stage}`)} tone="past" />}>
          <StageBadge stage={stage} label={terms(`stage.${stage}`)} />
        </Step>
      )}
      {past.status !== status && status && (
        <Step from={past.status && <StatusBadge status={past.status} label={terms(`statusShort.${past.status}`)} />}>
          <StatusBadge status={status} label={terms(`statusShort.${status}`)} />
        </Step>
      )}
      {past.schedule !== schedule && schedule && (
        <Step from={past.schedule && <span>{terms(`schedule.${past.schedule}`)}</span>}>
          <ScheduleBadge schedule={schedule} label={terms(`schedule.${schedule}`)} />
        </Step>
      )}
    </>
  );
}

async function Step({ from, children }: { from: ReactNode; children: ReactNode }) {
  const t = await getTranslations("overview.changes");
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span>{from || t("notYet")}</span>
      <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
      <span className="sr-only">{t("to")}</span>
      <span className="contents">{children}</span>
    </span>
  );
}
