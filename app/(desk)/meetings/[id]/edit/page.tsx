import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnDeadlines } from "@/features/deadlines/server/list-own-deadlines";
import { edit } from "@/features/meetings/actions";
import { MeetingForm } from "@/features/meetings/components/meeting-form";
import { meetingFormProps } from "@/features/meetings/components/meeting-form-props";
import { listMeetingChoices } from "@/features/meetings/server/list-meeting-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, meetingTitle, titleOf } from "../meeting-params";

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  return meetingTitle(params, (await titleTranslations("meetings"))("editTitle"));
}

export default async function EditMeetingPage({ params }: { params: MeetingParams }) {
  const context = await pageContext();
  const { meeting, fields, can } = await meetingOf(context, params);
  if (!can.edit) notFound();
  const t = await getTranslations("meetings");
  const deadlines = await getTranslations("deadlines");
  const { total } = await listOwnDeadlines(context, { meetingId: meeting.id });
  const { choices, ...words } = await meetingFormProps(await listMeetingChoices(context, {}), t("form.save"));
  const { bodies: _bodies, partners: _partners, ...open } = choices;
  const href = `/meetings/${meeting.id}` as Route;
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/meetings" },
          { label: titleOf(meeting, context.locale), href },
          { label: t("edit") },
        ]}
      />
      <PageBody narrow>
        <PageHeader title={t("editTitle")} size="lg">
          {total > 0 && deadlines("moving", { count: total })}
        </PageHeader>
        <MeetingForm
          {...words}
          choices={open}
          action={edit}
          initial={{ ...fields, meetingId: String(meeting.id) }}
          person={String(context.actor.userId)}
          form={`meeting:${meeting.id}`}
          href={`${href}/edit` as Route}
          backHref={href}
        />
      </PageBody>
    </>
  );
}
