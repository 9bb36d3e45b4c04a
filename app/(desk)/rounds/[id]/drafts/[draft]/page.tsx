import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { PageHeader } from "@/components/ui/page-header";
import { closedWords, fieldNames } from "@/features/activities/components/forms/form-words";
import { UnsavedCopyCard } from "@/features/rounds/components/autosave/unsaved-copy-card";
import { BothVersions } from "@/features/rounds/components/draft/both-versions";
import { ChangesSinceCard } from "@/features/rounds/components/draft/changes-since-card";
import { DraftBanner } from "@/features/rounds/components/draft/draft-banner";
import { ReportText } from "@/features/rounds/components/draft/report-text";
import { ReviewCard } from "@/features/rounds/components/draft/review-card";
import { WriteCard } from "@/features/rounds/components/draft/write-card";
import { ReporterName } from "@/features/rounds/components/round/reporter-name";
import { getDraft, type DraftPage as Page } from "@/features/rounds/server/get-draft";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toHidden } from "../../../../to-not-found";
import { meetingTitle } from "../../../round-params";

type Props = { params: Promise<{ id: string; draft: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("rounds.draft"))("title") };
}

/** One report of a round: written by its reporter, reviewed by the heads of division. */
export default async function DraftPage({ params }: Props) {
  const context = await pageContext();
  const { draft } = await params;
  if (!/^[1-9]\d{0,8}$/.test(draft)) notFound();
  const wanted = { roundId: await rowIdOf(params), draftId: Number(draft) };
  const page = await getDraft(context, wanted).catch(toHidden);
  const t = await getTranslations("rounds");
  const names = { ...(await fieldNames()), scheduleReason: (await getTranslations("activity.report"))("reason") };
  const words = await closedWords();
  const person = String(context.actor.userId);
  const round = meetingTitle(page.round.meeting, context.locale);
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/rounds" },
          { label: round, href: `/rounds/${page.round.id}` as Route },
          { label: page.entry.code },
        ]}
      />
      <PageBody narrow>
        <DraftHead page={page} locale={context.locale} />
        <DraftBanner page={page} />
        {page.hasMovedOn && (
          <Card id="both" title={t("draft.movedOn")}>
            <BothVersions page={page} names={names} words={words} />
          </Card>
        )}
        {page.can.write && <WriteCard page={page} person={person} names={names} words={words} />}
        {!page.can.write && (
          <>
            <UnsavedCopyCard page={page} person={person} names={names} words={words} />
            <Card id="report" title={t("says")}>
              <ReportText work={page.draft} texts={page.texts} names={names} />
            </Card>
          </>
        )}
        <ChangesSinceCard page={page} names={names} words={words} />
        <ReviewCard page={page} person={person} />
      </PageBody>
    </>
  );
}

async function DraftHead({ page: { entry, draft, side, isLate }, locale }: { page: Page; locale: "en" | "lo" }) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  return (
    <PageHeader
      title={t("draft.title")}
      size="lg"
      above={
        <>
          <Tag>{terms(`draftState.${draft.state}`)}</Tag>
          {isLate && <span className="text-warn text-xs">{t("late")}</span>}
          <span className="text-xs">
            <ReporterName side={side} />
          </span>
          {entry.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        </>
      }
    >
      <Link href={`/activities/${entry.id}` as Route} className="link">
        <span>{entry.code}</span>{" "}
        <BilingualText
          en={entry.titleEn}
          lo={entry.titleLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      </Link>
    </PageHeader>
  );
}
