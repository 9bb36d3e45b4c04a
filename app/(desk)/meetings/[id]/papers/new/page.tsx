import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { audiences } from "@/domain/evidence";
import { addPaper } from "@/features/evidence/actions";
import { PaperForm } from "@/features/evidence/components/paper-form";
import { uploadWords } from "@/features/evidence/components/upload-words";
import { listPapers } from "@/features/evidence/server/list-papers";
import { pointName } from "@/features/meetings/components/point-options";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, meetingTitle, titleOf } from "../../meeting-params";

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  return meetingTitle(params, (await titleTranslations("evidence.papers"))("newTitle"));
}

export default async function NewPaperPage({ params }: { params: MeetingParams }) {
  const context = await pageContext();
  const { meeting, agenda } = await meetingOf(context, params);
  if (!(await listPapers(context, { meetingId: meeting.id })).can.write) notFound();
  const t = await getTranslations("evidence.papers");
  const evidence = await getTranslations("evidence");
  const meetings = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const crumbs = [
    { label: meetings("title"), href: "/meetings" as Route },
    { label: titleOf(meeting, context.locale), href: `/meetings/${meeting.id}` as Route },
    { label: t("newTitle") },
  ];
  return (
    <>
      <PageBar crumbs={crumbs} />
      <PageBody narrow>
        <PageHeader title={t("newTitle")} size="lg" />
        <Card>
          <PaperForm
            action={addPaper}
            initial={{ audience: "all", agendaItemId: "" }}
            person={String(context.actor.userId)}
            meetingId={meeting.id}
            names={{
              file: evidence("field.file"),
              note: evidence("field.note"),
              agendaItemId: t("of"),
              audience: t("audienceLabel"),
            }}
            points={agenda.map((item) => ({ value: String(item.id), ...pointName(item, context.locale) }))}
            audiences={audiences.map((value) => ({ value, label: t(`audience.${value}`) })).reverse()}
            notes={await noteLabels()}
            labels={{
              ofMeeting: t("ofMeeting"),
              ...(await uploadWords()),
              noteHint: evidence("noteHint"),
              required: ui("required"),
              save: evidence("save"),
              saving: evidence("saving"),
              cancel: ui("cancel"),
            }}
          />
        </Card>
      </PageBody>
    </>
  );
}
