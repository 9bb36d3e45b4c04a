import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { laoFonts } from "@/domain/report-model";
import enReports from "@/i18n/messages/en/reports.json";
import type { getHomeOrganisation } from "../server/get-home-organisation";
import { namedOption } from "./form-fields";

type FieldKey = keyof typeof enReports.settings.field;

/** Messages and choices of the form. */
export async function homeFormProps(states: Awaited<ReturnType<typeof getHomeOrganisation>>["states"]) {
  const t = await getTranslations("reports.settings");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const keys = Object.keys(enReports.settings.field) as FieldKey[];
  return {
    names: Object.fromEntries(keys.map((key) => [key, t(`field.${key}`)])),
    states: states.map((state) => namedOption(locale, state.code, state)),
    fonts: laoFonts.map((font) => ({ value: font, label: font, lang: "en" })),
    notes: await noteLabels(),
    labels: {
      head: t("head"),
      sign: t("sign"),
      font: t("font"),
      fontHint: t("fontHint"),
      save: t("save"),
      saving: ui("saving"),
      cancel: ui("cancel"),
    },
  };
}
