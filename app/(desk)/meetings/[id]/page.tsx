import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { PageHeader } from "@/components/ui/page-header";
import { SourceList } from "@/components/ui/source-list";
import { visibility } from "@/domain/permissions";
import { MeetingDecisions } from "@/features/meetings/components/meeting-decisions";
import { MeetingFacts } from "@/features/meetings/components/meeting-facts";
import { getMeeting } from "@/features/meetings/server/get-meeting";
import { formatImpreciseDays } from "@/i18n/format";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

type Props = { params: Promise<{ id: string }> };

async function meetingOf(context: Context, params: Props["params"]) {
  return getMeeting(context, { meetingId: await rowIdOf(params) }).catch(toNotFound);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { meeting } = await meetingOf(context, params);
  return { title: (context.locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn };
}

export default async function MeetingPage({ params }: Props) {
  const context = await pageContext();
  const page = await meetingOf(context, params);
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const { meeting } = page;
  const title = (context.locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn;
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/meetings" }, { label: title }]} />
      <PageBody>
        <PageHeader title={title} above={<Tag tone="accent">{terms(`meetingState.${meeting.state}`)}</Tag>}>
          {formatImpreciseDays(meeting, context.locale)}
        </PageHeader>
        <div className="grid gap-3.5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <MeetingDecisions page={page} seesAll={visibility(context.actor).kind === "desk"} />
          <div className="flex flex-col gap-3.5">
            <MeetingFacts page={page} />
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
    </>
  );
}
