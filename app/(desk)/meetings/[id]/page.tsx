import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { ActButton } from "@/components/form/act-button";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { DashedMark, SampleMark } from "@/components/ui/marks";
import { PageHeader } from "@/components/ui/page-header";
import { SourceList } from "@/components/ui/source-list";
import { visibility } from "@/domain/permissions";
import { DeadlinesCard } from "@/features/deadlines/components/deadlines-card";
import { listOwnDeadlines } from "@/features/deadlines/server/list-own-deadlines";
import { PapersCard } from "@/features/evidence/components/papers-card";
import { PapersList } from "@/features/evidence/components/papers-list";
import { listPapers } from "@/features/evidence/server/list-papers";
import { open, remove, replan } from "@/features/meetings/actions";
import { meetingAddress } from "@/features/meetings/address";
import { AgendaCard } from "@/features/meetings/components/agenda-card";
import { MeetingDecisions } from "@/features/meetings/components/meeting-decisions";
import { MeetingFacts } from "@/features/meetings/components/meeting-facts";
import { OffBanner } from "@/features/meetings/components/off-banner";
import type { MeetingPage as Page } from "@/features/meetings/server/get-meeting";
import { newRoundAddress } from "@/features/rounds/address";
import { RoundLinks } from "@/features/rounds/components/round/round-links";
import { listRounds } from "@/features/rounds/server/list-rounds";
import { formatImpreciseDays } from "@/i18n/format";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, titleOf } from "./meeting-params";
import { savedForm } from "./saved-acts";

type Props = { params: MeetingParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  return { title: titleOf((await meetingOf(context, params)).meeting, context.locale) };
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { saved, moved } = meetingAddress.read(toParams(await searchParams));
  const page = await meetingOf(context, params);
  const t = await getTranslations("meetings");
  const { meeting, agenda, can } = page;
  const [deadlines, papers] = await Promise.all([
    listOwnDeadlines(context, { meetingId: meeting.id }),
    listPapers(context, { meetingId: meeting.id }),
  ]);
  const papersOf = (itemId: number) => (
    <PapersList
      meetingId={meeting.id}
      papers={papers.files.filter(({ agendaItemId }) => agendaItemId === itemId)}
      canRemove={papers.can.write}
    />
  );
  const person = String(context.actor.userId);
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/meetings" }, { label: titleOf(meeting, context.locale) }]} />
      <PageBody>
        {saved && (
          <Banner tone="result">
            <span>{t(`saved.${saved}`)}</span> <MovedAlong count={moved ?? 0} />
          </Banner>
        )}
        <OffBanner page={page} />
        <PageHeader
          title={titleOf(meeting, context.locale)}
          above={<Above page={page} />}
          actions={<Actions page={page} />}
        >
          {formatImpreciseDays(meeting, context.locale)}
        </PageHeader>
        <div className="grid gap-3.5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-3.5">
            {(agenda.length > 0 || can.agenda) && <AgendaCard page={page} papersOf={papersOf} />}
            <MeetingDecisions page={page} seesAll={visibility(context.actor).kind === "desk"} />
          </div>
          <div className="flex flex-col gap-3.5">
            <MeetingFacts page={page} />
            {can.readRounds && <MeetingRounds page={page} />}
            <PapersCard meetingId={meeting.id} found={papers} />
            <DeadlinesCard found={deadlines} of={{ meetingId: meeting.id }} />
            <Card id="sources" title={t("sources")}>
              {page.sources.length === 0 ? (
                <p className="text-ink-2 text-sm">{t("noSources")}</p>
              ) : (
                <SourceList sources={page.sources} locale={context.locale} />
              )}
            </Card>
          </div>
        </div>
      </PageBody>
      <DraftGuard person={person} saved={savedForm(saved, meeting.id)} />
    </>
  );
}

/** The number of deadlines that moved with the meeting's days. */
async function MovedAlong({ count }: { count: number }) {
  const t = await getTranslations("deadlines");
  return count > 0 ? t("movedAlong", { count }) : null;
}

/** The rounds that asked for reports for this meeting. */
async function MeetingRounds({ page: { meeting, can } }: { page: Page }) {
  const context = await pageContext();
  const { rounds } = await listRounds(context, { meetingId: meeting.id });
  const t = await getTranslations("rounds");
  const isOpening = can.openRound && rounds.every(({ state }) => state === "closed");
  if (rounds.length === 0 && !isOpening) return null;
  return (
    <Card id="rounds" title={t("title")}>
      <RoundLinks rounds={rounds} />
      {isOpening && <ButtonLink href={newRoundAddress.href({ meeting: meeting.id })}>{t("new")}</ButtonLink>}
    </Card>
  );
}

async function Above({ page: { meeting, decisions } }: { page: Page }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const waiting = decisions.filter(({ isPending }) => isPending).length;
  return (
    <>
      <Tag tone="accent">{meeting.code}</Tag>
      <Tag>{terms(`meetingState.${meeting.state}`)}</Tag>
      {waiting > 0 && <DashedMark label={t("pendingCount", { count: waiting })} />}
      {meeting.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    </>
  );
}

async function Actions({ page: { meeting, can } }: { page: Page }) {
  const t = await getTranslations("meetings");
  const seen = { meetingId: meeting.id, version: meeting.version };
  const href = (rest: string) => `/meetings/${meeting.id}/${rest}` as Route;
  return (
    <>
      {can.edit && <ButtonLink href={href("edit")}>{t("edit")}</ButtonLink>}
      {can.postpone && <ButtonLink href={href("postpone")}>{t("off.postpone")}</ButtonLink>}
      {can.cancel && <ButtonLink href={href("cancel")}>{t("off.cancel")}</ButtonLink>}
      {can.replan && <ActButton action={replan} fields={seen} label={t("off.replan")} />}
      {can.remove && (
        <ActButton
          action={remove}
          fields={seen}
          label={t("off.remove")}
          look="danger"
          question={t("off.removeQuestion")}
        />
      )}
      {can.open && <ActButton action={open} fields={seen} label={t("open")} look="primary" />}
      {can.close && (
        <ButtonLink href={href("close")} look="primary">
          {t("close")}
        </ButtonLink>
      )}
    </>
  );
}
