import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { PageHeader } from "@/components/ui/page-header";
import { close } from "@/features/meetings/actions";
import { ClosingTable } from "@/features/meetings/components/closing-table";
import { previewClosing } from "@/features/meetings/server/preview-closing";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, meetingTitle, titleOf } from "../meeting-params";

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  return meetingTitle(params, (await titleTranslations("meetings"))("closeTitle"));
}

/** Preview of what closing the meeting will do. */
export default async function CloseMeetingPage({ params }: { params: MeetingParams }) {
  const context = await pageContext();
  const { meeting, can } = await meetingOf(context, params);
  if (!can.close) notFound();
  const { lines, obstacle, version, review } = await previewClosing(context, { meetingId: meeting.id });
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const errors = await getTranslations("errors");
  const href = `/meetings/${meeting.id}` as Route;
  const title = titleOf(meeting, context.locale);
  const isPossible = obstacle === null && lines.every(({ refusal }) => refusal === null);
  return (
    <>
      <PageBar
        crumbs={[{ label: t("title"), href: "/meetings" }, { label: title, href }, { label: t("closeTitle") }]}
      />
      <PageBody>
        <PageHeader title={t("closeTitle")} size="lg" above={title}>
          {t("closeLead")}
        </PageHeader>
        {obstacle && <Banner tone="warn">{errors(obstacle)}</Banner>}
        <Card title={t("decisions")} meta={lines.length > 0 && <Count value={lines.length} />}>
          {lines.length === 0 ? (
            <p className="text-ink-2 text-sm">{t("closeEmpty")}</p>
          ) : (
            <ClosingTable lines={lines} />
          )}
        </Card>
        <div className="flex flex-wrap items-center gap-2">
          {isPossible && (
            <ActButton
              action={close}
              fields={{ meetingId: meeting.id, version, review }}
              label={t("closeNow")}
              look="primary"
            />
          )}
          <ButtonLink href={href} look="quiet">
            {ui("cancel")}
          </ButtonLink>
        </div>
      </PageBody>
    </>
  );
}
