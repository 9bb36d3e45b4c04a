import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { autosave, write } from "@/features/rounds/actions";
import type { DraftPage } from "@/features/rounds/server/get-draft";
import { DraftForm, type Names } from "./draft-form";

type Props = { page: DraftPage; person: string; names: Names; words: { status: Names; schedule: Names } };

/** Card with the form of a report that its writer can still change. */
export async function WriteCard({ page: { round, draft, entry, fields }, person, names, words }: Props) {
  const t = await getTranslations("rounds.draft");
  const auto = await getTranslations("rounds.autosave");
  const report = await getTranslations("activity.report");
  const ui = await getTranslations("ui");
  const href = `/rounds/${round.id}/drafts/${draft.id}` as Route;
  return (
    <Card>
      <DraftForm
        action={write}
        autosave={autosave}
        initial={{
          ...fields,
          draftId: String(draft.id),
          entryVersion: String(entry.version),
          schedule: fields.schedule || "on_track",
        }}
        person={person}
        href={href}
        backHref={`/rounds/${round.id}` as Route}
        signInHref={`/sign-in?next=${encodeURIComponent(href)}` as Route}
        names={names}
        words={{ status: words.status, schedule: words.schedule }}
        notes={await noteLabels()}
        labels={{
          reasonHint: report("reasonHint"),
          progressHint: t("progressHint"),
          submitHint: t("submitHint"),
          save: t("save"),
          submit: t("submit"),
          saving: ui("saving"),
          cancel: ui("cancel"),
        }}
        autosaveLabels={{
          on: auto("on"),
          saving: auto("saving"),
          saved: auto("saved", { time: "{time}" }),
          kept: auto("kept"),
          ended: auto("ended"),
          signIn: auto("signIn"),
          refused: auto("refused"),
          conflict: auto("conflict"),
          missed: auto("missed"),
        }}
      />
    </Card>
  );
}
