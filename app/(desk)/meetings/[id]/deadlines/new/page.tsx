import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { add } from "@/features/deadlines/actions";
import { DeadlineForm } from "@/features/deadlines/components/deadline-form";
import { deadlineFormProps } from "@/features/deadlines/components/deadline-form-props";
import { listOwnDeadlines } from "@/features/deadlines/server/list-own-deadlines";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, meetingTitle, titleOf } from "../../meeting-params";

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  return meetingTitle(params, (await titleTranslations("deadlines"))("newTitle"));
}

/** A deadline of the meeting itself, such as the day by which its documents are sent. */
export default async function NewMeetingDeadlinePage({ params }: { params: MeetingParams }) {
  const context = await pageContext();
  const { meeting } = await meetingOf(context, params);
  if (!(await listOwnDeadlines(context, { meetingId: meeting.id })).can.write) notFound();
  const t = await getTranslations("deadlines");
  const meetings = await getTranslations("meetings");
  const href = `/meetings/${meeting.id}` as Route;
  const crumbs = [
    { label: meetings("title"), href: "/meetings" as Route },
    { label: titleOf(meeting, context.locale), href },
    { label: t("newTitle") },
  ];
  return (
    <>
      <PageBar crumbs={crumbs} />
      <PageBody narrow>
        <PageHeader title={t("newTitle")} size="lg">
          {t("newLead")}
        </PageHeader>
        <Card>
          <DeadlineForm
            {...(await deadlineFormProps(null))}
            action={add}
            initial={{ meetingId: String(meeting.id), days: "21", side: "before" }}
            person={String(context.actor.userId)}
            form={`deadline:meeting:${meeting.id}`}
            href={`${href}/deadlines/new` as Route}
            backHref={href}
          />
        </Card>
      </PageBody>
    </>
  );
}
