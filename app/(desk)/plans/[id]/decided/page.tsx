import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { enterDecidedRows } from "@/features/activities/actions";
import { DecidedForm } from "@/features/activities/components/forms/decided-form";
import {
  closedWords,
  fieldNames,
  meetingOptions,
  namedOptions,
  optionsOf,
  printedVerbs,
} from "@/features/activities/components/forms/form-words";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { PlanSubPage } from "@/features/plans/components/plan-sub-page";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type PlanParams, planOf, planTitle } from "../plan-params";

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("plans.decided"))("title"));
}

/** Enters activities on which a meeting has decided already. */
export default async function DecidedPage({ params }: { params: PlanParams }) {
  const context = await pageContext();
  const page = await planOf(context, params);
  if (!page.can.enterDecided) notFound();
  const t = await getTranslations("plans.decided");
  const ui = await getTranslations("ui");
  const words = await closedWords();
  const { meetings, states } = await listFormChoices(context, {});
  const held = meetings.filter(({ state }) => state === "closed");
  return (
    <PlanSubPage plan={page.plan} title={t("title")} lead={t("lead")}>
      <Card>
        <DecidedForm
          action={enterDecidedRows}
          planId={page.plan.id}
          person={String(context.actor.userId)}
          initial={{ outcome: "approved", kind: "other", counted: "yes" }}
          names={{ ...(await fieldNames()), titles: t("titles"), proponentStateId: t("proponent"), ...ownNames(t) }}
          choices={{
            meetings: await meetingOptions(held),
            outcomes: optionsOf(words.outcome),
            states: await namedOptions(states),
            kinds: optionsOf(words.kind),
            counted: optionsOf(words.counted),
          }}
          verbs={printedVerbs}
          notes={await noteLabels()}
          labels={{
            titlesHint: t("titlesHint"),
            verbHint: t("verbHint"),
            noState: t("noState"),
            choose: t("choose"),
            save: t("save"),
            saving: ui("saving"),
            cancel: ui("cancel"),
          }}
        />
      </Card>
    </PlanSubPage>
  );
}

const ownNames = (t: Awaited<ReturnType<typeof getTranslations<"plans.decided">>>) => ({
  sourceTitle: t("sourceTitle"),
  sourceOn: t("sourceOn"),
});
