import { getTranslations } from "next-intl/server";
import type { FormNoteLabels } from "@/components/form/form-notes";
import { add } from "../actions";
import type { Nameable } from "../server/list-nameable";
import { CommentForm } from "./comment-form";

type Props = { entryId: number; person: string; nameable: Nameable; notes: FormNoteLabels };

/** The form of a new comment, with its labels in the reader's language. */
export async function NewComment({ entryId, person, nameable: { people, can }, notes }: Props) {
  const t = await getTranslations("comments");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const audiences = can.addForDesk ? (["all", "desk"] as const) : (["all"] as const);
  return (
    <CommentForm
      action={add}
      person={person}
      entryId={entryId}
      people={people.map(({ id, name, role, stateCode }) => ({
        id,
        name,
        about: [terms(`role.${role}`), stateCode].filter(Boolean).join(" "),
      }))}
      audiences={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
      names={{ text: t("text"), audience: t("audienceLabel"), mentions: t("mention") }}
      notes={notes}
      labels={{
        mentionsHint: can.addForDesk ? t("mentionHintDesk") : t("mentionHint"),
        save: t("save"),
        saving: ui("saving"),
        cancel: ui("cancel"),
      }}
    />
  );
}
