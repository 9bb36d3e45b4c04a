import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { mark, remove } from "../actions";
import type { OwnDeadlineLine } from "../server/lib/own-deadline-lines";

/** The actions on a deadline: mark as met, open again, remove. */
export async function DeadlineActs({ deadline: { id, version, doneOn } }: { deadline: OwnDeadlineLine }) {
  const t = await getTranslations("deadlines");
  const seen = { deadlineId: id, version };
  return (
    <>
      <ActButton
        action={mark}
        fields={{ ...seen, done: doneOn === null ? "yes" : "no" }}
        label={t(doneOn === null ? "markDone" : "markOpen")}
        look={doneOn === null ? "primary" : "secondary"}
      />
      <ActButton action={remove} fields={seen} label={t("remove")} look="quiet" question={t("removeQuestion")} />
    </>
  );
}
