import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { create } from "@/features/meetings/actions";
import { MeetingForm } from "@/features/meetings/components/meeting-form";
import { meetingFormProps } from "@/features/meetings/components/meeting-form-props";
import { listMeetingChoices } from "@/features/meetings/server/list-meeting-choices";
import { listMeetings } from "@/features/meetings/server/list-meetings";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("meetings"))("newTitle") };
}

export default async function NewMeetingPage() {
  const context = await pageContext();
  if (!(await listMeetings(context, {})).can.create) notFound();
  const choices = await listMeetingChoices(context, {});
  const t = await getTranslations("meetings");
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/meetings" }, { label: t("newTitle") }]} />
      <PageBody narrow>
        <PageHeader title={t("newTitle")} size="lg" />
        <MeetingForm
          {...(await meetingFormProps(choices, t("form.create")))}
          action={create}
          initial={{ firstPrecision: "exact", lastPrecision: "exact" }}
          person={String(context.actor.userId)}
          form="meeting:new"
          href="/meetings/new"
          backHref="/meetings"
        />
      </PageBody>
    </>
  );
}
