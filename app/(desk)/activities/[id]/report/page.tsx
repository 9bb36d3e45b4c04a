import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { noteLabels } from "@/components/form/note-labels";
import { readSingleKeys } from "@/components/shell/single-keys";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { report } from "@/features/activities/actions";
import { reportAddress } from "@/features/activities/address";
import { PageKeys } from "@/features/activities/components/entry/page-keys";
import { QueueBar } from "@/features/activities/components/entry/queue-bar";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { closedWords, fieldNames, meetingOptions } from "@/features/activities/components/forms/form-words";
import { ReportForm } from "@/features/activities/components/forms/report-form";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { titleTranslations } from "@/i18n/page-title";
import { today } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("activity.report"))("title"));
}

type Props = { params: EntryParams; searchParams: SearchParams };

export default async function ReportPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { entry, activity, can } = await entryOf(context, params);
  refuseUnless(can.report);
  const query = reportAddress.read(toParams(await searchParams));
  const queue = query.of === null ? undefined : { left: query.queue.map(Number), of: query.of };
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
      {queue && <QueueBar queue={queue} doneId={query.done} />}
      <Card>
        <ReportForm
          action={report}
          initial={initial}
          person={String(context.actor.userId)}
          entryId={entry.id}
          queue={queue}
          names={{ ...(await fieldNames()), scheduleReason: t("report.reason"), meetingId: t("report.meeting") }}
          words={{ status, schedule }}
          notes={await noteLabels()}
          meetings={await meetingOptions(meetings)}
          labels={{
            reasonHint: t("report.reasonHint"),
            progressHint: t("report.progressHint"),
            noMeeting: t("report.noMeeting"),
            save: t(queue ? "queue.save" : "report.save"),
            saving: ui("saving"),
            cancel: ui("cancel"),
          }}
        />
      </Card>
      <p className="text-ink-2 text-xs">{t("report.stageLocked")}</p>
      {queue && (await readSingleKeys()) && <PageKeys />}
      <DraftGuard
        person={String(context.actor.userId)}
        saved={query.done === null ? undefined : `report:${query.done}`}
      />
    </FormPage>
  );
}
