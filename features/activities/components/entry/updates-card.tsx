import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { Avatar, Timeline } from "@/components/ui/timeline";
import { initialsOf } from "@/domain/initials";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatDay, formatPercent } from "@/i18n/format";
import { meetingWords } from "@/i18n/meeting-words";

type Update = EntryPage["updates"][number];

/** Progress reports, latest first. */
export async function UpdatesCard({ updates, can }: Pick<EntryPage, "updates" | "can">) {
  const t = await getTranslations("activity");
  return (
    <Card id="updates" title={t("sections.updates")} meta={updates.length > 0 && <Count value={updates.length} />}>
      {updates.length === 0 ? (
        <p className="text-ink-2 text-sm">{t("noUpdates")}</p>
      ) : (
        <Timeline
          label={t("sections.updates")}
          items={updates.map((update) => ({
            key: update.id,
            id: `update-${update.id}`,
            mark: <Avatar initials={initialsOf(update.authorName)} />,
            head: <UpdateHead update={update} canOpenRounds={can.openRounds} />,
            body: <UpdateBody update={update} />,
          }))}
        />
      )}
    </Card>
  );
}

async function UpdateHead({ update, canOpenRounds }: { update: Update; canOpenRounds: boolean }) {
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <>
      <strong className="font-semibold text-ink">
        <ProperName>{update.authorName}</ProperName>
      </strong>
      {update.state && ` · ${update.state}`} · {formatDay(update.reportedOn, locale)}
      {update.meeting && ` · ${t("forMeeting", { meeting: await meetingWords(update.meeting) })}`}
      {update.roundId !== null && " · "}
      {update.roundId !== null && canOpenRounds && (
        <Link href={`/rounds/${update.roundId}` as Route} className="link">
          {t("inRound")}
        </Link>
      )}
      {update.roundId !== null && !canOpenRounds && t("inRound")}{" "}
      {update.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    </>
  );
}

async function UpdateBody({ update }: { update: Update }) {
  const t = await getTranslations("activity");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const parts = [
    [t("issues"), update.issues],
    [t("nextSteps"), update.nextSteps],
    [t("decisionSought"), update.decisionSought],
  ] as const;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {update.status && <StatusBadge status={update.status} label={terms(`status.${update.status}`)} />}
        {update.schedule && <ScheduleBadge schedule={update.schedule} label={terms(`schedule.${update.schedule}`)} />}
        {update.progress !== null && <span>{formatPercent(update.progress, locale)}</span>}
      </p>
      {update.scheduleReason && (
        <p className="text-warn">
          <FreeText text={update.scheduleReason} {...words} />
        </p>
      )}
      <p className="whitespace-pre-line">
        <BilingualText en={update.textEn} lo={update.textLo} {...words} />
      </p>
      {parts.map(
        ([label, text]) =>
          text && (
            <p key={label} className="whitespace-pre-line">
              <span className="text-ink-2">{label}: </span>
              <FreeText text={text} {...words} />
            </p>
          ),
      )}
    </div>
  );
}
