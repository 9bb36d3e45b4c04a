import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { Option } from "@/components/ui/field";
import type { PartnerKind, PeriodKind } from "@/domain/vocabulary";
import enReference from "@/i18n/messages/en/reference.json";
import { declarations, type ReferenceField, type ReferenceKind } from "../kinds";
import type { ReferenceChoice } from "../server/list-reference-choices";
import type { ReferenceFormProps } from "./reference-form";

type Choices = Partial<Record<ReferenceKind, readonly ReferenceChoice[]>>;
type FieldKey = keyof typeof enReference.field;
type HintKey = keyof typeof enReference.hint;

/** The labels of fields, hints and buttons, shared by all forms of a row. */
export async function referenceWords(save: string) {
  const t = await getTranslations("reference");
  const ui = await getTranslations("ui");
  return {
    names: Object.fromEntries((Object.keys(enReference.field) as FieldKey[]).map((key) => [key, t(`field.${key}`)])),
    hints: Object.fromEntries((Object.keys(enReference.hint) as HintKey[]).map((key) => [key, t(`hint.${key}`)])),
    notes: await noteLabels(),
    labels: { save, saving: ui("saving"), cancel: ui("cancel"), choose: t("choose"), notSet: t("notSet") },
  };
}

/** What the form of a kind shows, beside its action and values. */
export async function referenceFormProps(
  kind: ReferenceKind,
  choices: Choices,
  save: string,
): Promise<Pick<ReferenceFormProps, "fields" | "options" | "names" | "hints" | "notes" | "labels">> {
  const { fields } = declarations[kind];
  const options: Record<string, readonly Option[]> = {};
  for (const field of fields) options[field.name] = await optionsOf(kind, field, choices);
  return { fields, options, ...(await referenceWords(save)) };
}

async function optionsOf(kind: ReferenceKind, field: ReferenceField, choices: Choices): Promise<readonly Option[]> {
  const locale = await getLocale();
  if (field.type === "row") {
    return (choices[field.of] ?? []).map(({ id, en, lo }) => ({
      value: String(id),
      label: (locale === "lo" && lo) || en,
    }));
  }
  if (field.type !== "choice") return [];
  const terms = await getTranslations("terms");
  const wordOf = (value: string) => {
    if (kind === "partners") return terms(`partnerKind.${value as PartnerKind}`);
    return kind === "periods" ? terms(`periodKind.${value as PeriodKind}`) : value;
  };
  return field.choices.map((value) => ({ value, label: wordOf(value) }));
}
