import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { mark, remove } from "../actions";
import type { MilestoneLine } from "../server/lib/milestone-lines";

/** What can be done to a deadline: met or open again, and removed. */
export async function MilestoneActs({ milestone: { id, version, doneOn } }: { milestone: MilestoneLine }) {
  const t = await getTranslations("deadlines");
  const seen = { milestoneId: id, version };
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
