import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { Avatar, Timeline } from "@/components/ui/timeline";
import { initialsOf } from "@/domain/initials";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatDay } from "@/i18n/format";
import { meetingWords } from "@/i18n/meeting-words";
import { OwnUpdate } from "./own-update";
import { WorkChange } from "./work-change";

type Update = EntryPage["updates"][number];

/** Progress reports, latest first. */
export async function UpdatesCard({ entry, updates, can }: Pick<EntryPage, "entry" | "updates" | "can">) {
  const t = await getTranslations("activity");
  return (
    <Card id="updates" title={t("sections.updates")} meta={updates.length > 0 && <Count value={updates.length} />}>
      {updates.length === 0 ? (
        <p className="text-ink-2 text-sm">{t("noUpdates")}</p>
      ) : (
        <Timeline
          label={t("sections.updates")}
          items={updates.map((update, index) => ({
            key: update.id,
            id: `update-${update.id}`,
            mark: <Avatar initials={initialsOf(update.authorName)} />,
            head: <UpdateHead update={update} canOpenRounds={can.openRounds} />,
            body: (
              <>
                <UpdateBody update={update} former={formerOf(updates, index)} />
                <OwnUpdate update={update} entryId={entry.id} />
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

/** The update before this one of the same kind: of the entry, or of the same state's share. */
const formerOf = (updates: readonly Update[], index: number) =>
  updates.slice(index + 1).find(({ state }) => state === updates[index]?.state);

async function UpdateHead({ update, canOpenRounds }: { update: Update; canOpenRounds: boolean }) {
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <>
      <strong className="font-semibold text-ink">
        <ProperName>{update.authorName}</ProperName>
      </strong>
      {update.state && <span>{` · ${update.state}`}</span>}
      <span>{` · ${formatDay(update.reportedOn, locale)}`}</span>
      {update.meeting && <span>{` · ${t("forMeeting", { meeting: await meetingWords(update.meeting) })}`}</span>}
      {update.roundId !== null && <span>{" · "}</span>}
      {update.roundId !== null && canOpenRounds && (
        <Link href={`/rounds/${update.roundId}` as Route} className="link">
          {t("inRound")}
        </Link>
      )}
      {update.roundId !== null && !canOpenRounds && <span>{t("inRound")}</span>}{" "}
      {update.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    </>
  );
}

async function UpdateBody({ update, former }: { update: Update; former?: Update }) {
  const t = await getTranslations("activity");
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
      <WorkChange update={update} former={former} />
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
              <span className="text-ink-2">{`${label}: `}</span>
              <FreeText text={text} {...words} />
            </p>
          ),
      )}
    </div>
  );
}
