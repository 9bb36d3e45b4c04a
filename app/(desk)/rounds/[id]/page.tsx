import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { ActButton } from "@/components/form/act-button";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { BilingualText, FreeText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Count } from "@/components/ui/count";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { close } from "@/features/rounds/actions";
import { roundAddress } from "@/features/rounds/address";
import { draftStorageKey } from "@/features/rounds/components/autosave/draft-storage-key";
import { DraftsFilter } from "@/features/rounds/components/round/drafts-filter";
import { DraftsTable } from "@/features/rounds/components/round/drafts-table";
import { LateCard } from "@/features/rounds/components/round/late-card";
import { RefreshCard } from "@/features/rounds/components/round/refresh-card";
import { ReportersTable } from "@/features/rounds/components/round/reporters-table";
import { WaitingCard } from "@/features/rounds/components/round/waiting-card";
import { getRound, type RoundPage as Page } from "@/features/rounds/server/get-round";
import { dayInVientiane, formatDay } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toHidden } from "../../to-not-found";
import { meetingTitle } from "../round-params";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("rounds"))("one") };
}

export default async function RoundPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { saved, draft, ...query } = roundAddress.read(toParams(await searchParams));
  const page = await getRound(context, { roundId: await rowIdOf(params), ...query }).catch(toHidden);
  const t = await getTranslations("rounds");
  const person = String(context.actor.userId);
  return (
    <>
      <PageBar
        crumbs={[{ label: t("title"), href: "/rounds" }, { label: meetingTitle(page.round.meeting, context.locale) }]}
      />
      <PageBody>
        {saved && <Banner tone="result">{t(`saved.${saved}`)}</Banner>}
        <RoundHead page={page} locale={context.locale} />
        <RefreshCard page={page} />
        <WaitingCard page={page} person={String(context.actor.userId)} />
        {page.sides.length > 1 && (
          <Card id="sides" title={t("sides")}>
            <ReportersTable sides={page.sides} roundId={page.round.id} />
          </Card>
        )}
        <LateCard page={page} />
        <Card
          id="reports"
          title={t("reports")}
          meta={!page.isCut && page.drafts.length > 0 && <Count value={page.drafts.length} />}
        >
          {page.sides.length === 0 ? (
            <EmptyState title={t("noDrafts")} />
          ) : (
            <>
              <DraftsFilter page={page} query={query} />
              {page.drafts.length === 0 ? <EmptyState title={t("noneHere")} /> : <DraftsTable page={page} />}
            </>
          )}
          {page.isCut && <p className="text-ink-2 text-sm">{t("cut")}</p>}
        </Card>
      </PageBody>
      <DraftGuard
        person={person}
        saved={saved && draft ? draftStorageKey(draft.id) : undefined}
        version={draft?.version}
      />
      <DraftGuard person={person} saved={saved === null ? undefined : `round:new:${page.round.meeting.id}`} />
    </>
  );
}

type HeadProps = { page: Page; locale: "en" | "lo" };

async function RoundHead({ page: { round, can }, locale }: HeadProps) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const { meeting, note, closedAt } = round;
  const day = (instant: Date) => formatDay(dayInVientiane(instant), locale);
  const items = [
    {
      term: t("meeting"),
      value: (
        <Link href={`/meetings/${meeting.id}` as Route} className="link">
          <BilingualText en={meeting.titleEn} lo={meeting.titleLo} {...words} />
        </Link>
      ),
    },
    { term: t("due"), value: formatDay(round.dueOn, locale) },
    { term: t("openedBy"), value: <ProperName>{round.openedByName}</ProperName> },
    ...(note ? [{ term: t("note"), value: <FreeText text={note} {...words} /> }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t("one")}
        above={
          <>
            <Tag>{terms(`roundState.${round.state}`)}</Tag>
            {round.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
          </>
        }
        actions={
          can.close && (
            <ActButton
              action={close}
              fields={{ roundId: round.id, version: round.version }}
              label={t("close")}
              question={t("confirmClose")}
            />
          )
        }
      >
        <span>{t("openedOn", { day: day(round.openedAt) })}</span>{" "}
        {closedAt && <span>{t("closedOn", { day: day(closedAt) })}</span>}
      </PageHeader>
      <Card>
        <DescriptionList items={items} />
      </Card>
    </>
  );
}
