import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { closedWords, fieldNames, optionsOf, printedVerbs } from "@/features/activities/components/forms/form-words";
import { correct } from "@/features/meetings/actions";
import { DecisionForm } from "@/features/meetings/components/decision-form";
import { StageStep } from "@/features/meetings/components/stage-step";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { meetingOf, meetingTitle, titleOf } from "../../meeting-params";

type Props = { params: Promise<{ id: string; decision: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return meetingTitle(params, (await titleTranslations("meetings"))("correctTitle"));
}

/** Corrects a decision that has taken effect by another one of the same meeting. */
export default async function CorrectDecisionPage({ params }: Props) {
  const context = await pageContext();
  const { meeting, decisions, can } = await meetingOf(context, params);
  const wanted = (await params).decision;
  const decision = decisions.find(({ id, isLatest }) => String(id) === wanted && isLatest);
  if (!can.decide || !decision) notFound();
  const t = await getTranslations("meetings");
  const words = await getTranslations("activity.decide");
  const ui = await getTranslations("ui");
  const { outcome } = await closedWords();
  const href = `/meetings/${meeting.id}` as Route;
  const title = titleOf(meeting, context.locale);
  const { id, entryId, entryVersion, verbPrinted, reference, textEn, textLo } = decision;
  return (
    <>
      <PageBar
        crumbs={[{ label: t("title"), href: "/meetings" }, { label: title, href }, { label: t("correctTitle") }]}
      />
      <PageBody narrow>
        <PageHeader title={t("correctTitle")} size="lg" above={decision.code}>
          {t("correctLead")}
        </PageHeader>
        <Card title={t("corrected")}>
          <StageStep from={decision.stageFrom} to={decision.stageTo} />
        </Card>
        <Card>
          <DecisionForm
            action={correct}
            initial={{
              decisionId: String(id),
              version: String(entryVersion),
              verbPrinted,
              outcome: decision.outcome,
              reference: reference ?? "",
              textEn: textEn ?? "",
              textLo: textLo ?? "",
            }}
            person={String(context.actor.userId)}
            entryId={entryId}
            form={`correct:${id}`}
            href={`${href}/decisions/${id}` as Route}
            backHref={href}
            names={await fieldNames()}
            notes={await noteLabels()}
            meetings={null}
            outcomes={optionsOf(outcome)}
            verbs={printedVerbs}
            labels={{
              verbHint: words("verbHint"),
              referenceHint: words("referenceHint"),
              save: words("save"),
              saving: ui("saving"),
              cancel: ui("cancel"),
              choose: ui("choose"),
              none: words("noPoint"),
            }}
          />
        </Card>
      </PageBody>
    </>
  );
}
