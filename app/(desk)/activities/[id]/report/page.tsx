import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { report } from "@/features/activities/actions";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { closedWords, fieldNames, meetingOptions } from "@/features/activities/components/forms/form-words";
import { ReportForm } from "@/features/activities/components/forms/report-form";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { today } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await getTranslations("activity.report"))("title"));
}

export default async function ReportPage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity, can } = await entryOf(context, params);
  refuseUnless(can.report);
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const { meetings } = await listFormChoices(context, {});
  const { status, schedule } = await closedWords();
  const initial = {
    version: String(entry.version),
    // If no source states the status of the work, none is preselected and the desk has to choose
    // one.
    status: entry.status ?? "",
    schedule: entry.schedule ?? "on_track",
    scheduleReason: entry.scheduleReason ?? "",
    progress: entry.progress === null ? "" : String(entry.progress),
    reportedOn: today(context),
  };
  return (
    <FormPage
      title={t("report.title")}
      code={activity.code}
      entryId={entry.id}
      lead={
        <BilingualText
          en={activity.titleEn}
          lo={activity.titleLo}
          locale={context.locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      }
    >
      <Card>
        <ReportForm
          action={report}
          initial={initial}
          person={String(context.actor.userId)}
          entryId={entry.id}
          names={{ ...(await fieldNames()), scheduleReason: t("report.reason"), meetingId: t("report.meeting") }}
          words={{ status, schedule }}
          notes={await noteLabels()}
          meetings={await meetingOptions(meetings)}
          labels={{
            reasonHint: t("report.reasonHint"),
            progressHint: t("report.progressHint"),
            noMeeting: t("report.noMeeting"),
            save: t("report.save"),
            saving: ui("saving"),
            cancel: ui("cancel"),
          }}
        />
      </Card>
      <p className="text-ink-2 text-xs">{t("report.stageLocked")}</p>
    </FormPage>
  );
}
