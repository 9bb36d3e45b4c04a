import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { correctReport } from "@/features/activities/actions";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { closedWords, fieldNames } from "@/features/activities/components/forms/form-words";
import { ReportForm } from "@/features/activities/components/forms/report-form";
import { getUpdate } from "@/features/activities/server/get-update";
import { formatDay } from "@/i18n/format";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../../../to-not-found";
import { entryOf, entryTitle } from "../../entry-params";

type Params = Promise<{ id: string; update: string }>;
type Found = Awaited<ReturnType<typeof getUpdate>>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("activity.correctUpdate"))("title"));
}

/** Corrects an update of one's own, as long as that is possible. */
export default async function UpdatePage({ params }: { params: Params }) {
  const context = await pageContext();
  const { entry, activity } = await entryOf(context, params);
  const updateId = await rowIdOf(params.then(({ update }) => ({ id: update })));
  const found = await getUpdate(context, { entryId: entry.id, updateId }).catch(toNotFound);
  const t = await getTranslations("activity");
  const lead = t("correctUpdate.lead", { day: formatDay(found.update.reportedOn, context.locale) });
  return (
    <FormPage title={t("correctUpdate.title")} code={activity.code} entryId={entry.id} lead={lead}>
      {found.standsBecause ? (
        <Standing entryId={entry.id} reason={found.standsBecause} />
      ) : (
        <CorrectCard entryId={entry.id} found={found} />
      )}
    </FormPage>
  );
}

async function Standing({ entryId, reason }: { entryId: number; reason: NonNullable<Found["standsBecause"]> }) {
  const errors = await getTranslations("errors");
  const t = await getTranslations("activity");
  return (
    <Banner tone="warn">
      <span>{errors(reason)}</span>{" "}
      <Link href={`/activities/${entryId}/report` as Route} className="link">
        {t("actions.report")}
      </Link>
    </Banner>
  );
}

async function CorrectCard({ entryId, found: { update, version, isWordsOnly } }: { entryId: number; found: Found }) {
  const context = await pageContext();
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const { status, schedule } = await closedWords();
  const work = {
    status: update.status ?? "",
    schedule: update.schedule ?? "",
    scheduleReason: update.scheduleReason ?? "",
    progress: update.progress === null ? "" : String(update.progress),
  };
  const words = {
    textEn: update.textEn ?? "",
    textLo: update.textLo ?? "",
    issues: update.issues ?? "",
    nextSteps: update.nextSteps ?? "",
    decisionSought: update.decisionSought ?? "",
  };
  return (
    <Card>
      {isWordsOnly && <p className="text-ink-2 text-sm">{t("correctUpdate.wordsOnly")}</p>}
      <ReportForm
        action={correctReport}
        initial={isWordsOnly ? { ...words, version: String(version) } : { ...work, ...words, version: String(version) }}
        person={String(context.actor.userId)}
        entryId={entryId}
        corrects={{ updateId: update.id, isWordsOnly }}
        names={{ ...(await fieldNames()), scheduleReason: t("report.reason") }}
        words={{ status, schedule }}
        notes={await noteLabels()}
        meetings={[]}
        labels={{
          reasonHint: t("report.reasonHint"),
          progressHint: t("report.progressHint"),
          noMeeting: t("report.noMeeting"),
          save: t("correctUpdate.save"),
          saving: ui("saving"),
          cancel: ui("cancel"),
        }}
      />
    </Card>
  );
}
