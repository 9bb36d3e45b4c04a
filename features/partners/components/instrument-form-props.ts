import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { instrumentKinds, instrumentStates, validityPrecisions } from "@/domain/vocabulary";
import enPartners from "@/i18n/messages/en/partners.json";
import type { InstrumentFormProps } from "./instrument-form";

type FormKey = keyof typeof enPartners.form;

/**
 * Labels and choices of the form of an instrument.
 * @param save label of the button
 */
export async function instrumentFormProps(
  save: string,
): Promise<Pick<InstrumentFormProps, "names" | "notes" | "choices" | "labels">> {
  const t = await getTranslations("partners.form");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  return {
    names: Object.fromEntries((Object.keys(enPartners.form) as FormKey[]).map((key) => [key, t(key)])),
    notes: await noteLabels(),
    choices: {
      kinds: instrumentKinds.map((value) => ({ value, label: terms(`instrumentKind.${value}`) })),
      states: instrumentStates.map((value) => ({ value, label: terms(`instrumentState.${value}`) })),
      precisions: validityPrecisions
        .filter((value) => value !== "unknown")
        .map((value) => ({ value, label: terms(`validityPrecision.${value}`) })),
    },
    labels: {
      what: t("what"),
      days: t("days"),
      content: t("notes"),
      save,
      saving: ui("saving"),
      cancel: ui("cancel"),
    },
  };
}
