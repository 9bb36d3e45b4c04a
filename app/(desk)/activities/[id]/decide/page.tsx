import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { FormPage } from "@/features/activities/components/form-page";
import {
  closedWords,
  fieldNames,
  meetingOptions,
  optionsOf,
  printedVerbs,
} from "@/features/activities/components/form-words";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { decide } from "@/features/meetings/actions";
import { DecisionForm } from "@/features/meetings/components/decision-form";
import { pageContext } from "@/server/request-context";
import { type EntryParams, entryOf, refuseUnless } from "../entry-params";

export default async function DecidePage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity, can } = await entryOf(context, params);
  refuseUnless(can.decide);
  const t = await getTranslations("activity.decide");
  const ui = await getTranslations("ui");
  const { meetings } = await listFormChoices(context, {});
  const words = await closedWords();
  return (
    <FormPage title={t("title")} code={activity.code} entryId={entry.id} lead={t("moves")}>
      <Card>
        <DecisionForm
          action={decide}
          initial={{ version: String(entry.version) }}
          person={String(context.actor.userId)}
          entryId={entry.id}
          names={await fieldNames()}
          notes={await noteLabels()}
          meetings={await meetingOptions(meetings)}
          outcomes={optionsOf(words.outcome)}
          verbs={printedVerbs}
          labels={{
            verbHint: t("verbHint"),
            referenceHint: t("referenceHint"),
            save: t("save"),
            saving: ui("saving"),
            cancel: ui("cancel"),
            choose: ui("choose"),
          }}
        />
      </Card>
    </FormPage>
  );
}
