import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { takingBackBounds } from "@/domain/taking-back";
import { saveTakingBack } from "../actions";
import type { getTakingBack } from "../server/get-taking-back";
import { TakingBackForm } from "./taking-back-form";

type Props = { found: Awaited<ReturnType<typeof getTakingBack>>; person: string };

/** The setting of how long updates can be corrected and removed things restored. */
export async function TakingBackCard({ found, person }: Props) {
  const t = await getTranslations("settings.takingBack");
  const ui = await getTranslations("ui");
  const { hours, binDays, version } = found;
  return (
    <Card id="taking-back" title={t("title")} meta={t("hint")}>
      <TakingBackForm
        action={saveTakingBack}
        initial={{ hours: String(hours), binDays: String(binDays), version: String(version) }}
        person={person}
        names={{ hours: t("hours"), binDays: t("binDays") }}
        bounds={takingBackBounds}
        hints={{ hours: t("bounds", takingBackBounds.hours), binDays: t("bounds", takingBackBounds.binDays) }}
        notes={await noteLabels()}
        labels={{ save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
      />
    </Card>
  );
}
