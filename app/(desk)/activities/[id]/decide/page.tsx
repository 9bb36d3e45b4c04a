import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { FormPage } from "@/features/activities/components/forms/form-page";
import {
  closedWords,
  fieldNames,
  meetingOptions,
  optionsOf,
  printedVerbs,
} from "@/features/activities/components/forms/form-words";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { decide } from "@/features/meetings/actions";
import { decideAddress } from "@/features/meetings/address";
import { DecisionForm } from "@/features/meetings/components/decision-form";
import { pointOptions } from "@/features/meetings/components/point-options";
import { listOpenAgendas } from "@/features/meetings/server/list-open-agendas";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";
import { decideForm } from "../saved-acts";

type Props = { params: EntryParams; searchParams: SearchParams };

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("activity.decide"))("title"));
}

/** The decision on this entry by a meeting that is open or closed. */
export default async function DecidePage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { entry, activity, can } = await entryOf(context, params);
  refuseUnless(can.decide);
  const { meeting, item } = decideAddress.read(toParams(await searchParams));
  const t = await getTranslations("activity.decide");
  const ui = await getTranslations("ui");
  const [{ meetings }, agendas] = await Promise.all([listFormChoices(context, {}), listOpenAgendas(context, {})]);
  const words = await closedWords();
  const href = `/activities/${entry.id}` as Route;
  // A draft for one meeting must not fill the form for another one.
  const opened = String(meeting ?? "");
  const deciding = meetings.filter(({ state }) => state === "open" || state === "closed");
  const open = deciding.filter(({ state }) => state === "open");
  return (
    <FormPage title={t("title")} code={activity.code} entryId={entry.id} lead={t("moves")}>
      <Card>
        <DecisionForm
          action={decide}
          initial={{
            version: String(entry.version),
            meetingId: opened,
            agendaItemId: String(item ?? ""),
            opened,
            openMeetings: open.map(({ id }) => id).join(","),
          }}
          person={String(context.actor.userId)}
          entryId={entry.id}
          form={decideForm(entry.id, meeting)}
          href={decideAddress.href({ meeting }, { id: entry.id })}
          backHref={href}
          names={await fieldNames()}
          notes={await noteLabels()}
          meetings={await meetingOptions(deciding)}
          points={pointOptions(agendas, await getLocale())}
          outcomes={optionsOf(words.outcome)}
          verbs={printedVerbs}
          labels={{
            verbHint: t("verbHint"),
            referenceHint: t("referenceHint"),
            save: t("save"),
            saving: ui("saving"),
            cancel: ui("cancel"),
            choose: ui("choose"),
            none: t("noPoint"),
          }}
        />
      </Card>
    </FormPage>
  );
}
