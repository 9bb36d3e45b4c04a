import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { planStates } from "@/domain/vocabulary";
import enPlans from "@/i18n/messages/en/plans.json";
import type { PlanFormProps } from "./plan-form";

type FormKey = keyof typeof enPlans.form;

/**
 * Labels of the plan form.
 * @param save label of the button
 */
export async function planFormProps(
  save: string,
): Promise<Pick<PlanFormProps, "names" | "notes" | "states" | "labels">> {
  const t = await getTranslations("plans.form");
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms");
  const names = Object.fromEntries((Object.keys(enPlans.form) as FormKey[]).map((key) => [key, t(key)]));
  return {
    names,
    states: planStates
      .filter((state) => state !== "closed")
      .map((state) => ({ value: state, label: terms(`planState.${state}`) })),
    notes: await noteLabels(),
    labels: {
      plan: t("plan"),
      newPeriod: t("newPeriod"),
      newPeriodHint: t("newPeriodHint"),
      counts: t("counts"),
      none: t("none"),
      save,
      saving: ui("saving"),
      cancel: ui("cancel"),
    },
  };
}
