import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { FormServerAction } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { silentAfterBounds } from "@/domain/signals";
import type { getSilence } from "../server/get-silence";
import { SilenceForm } from "./silence-form";

type Props = { action: FormServerAction; found: Awaited<ReturnType<typeof getSilence>>; person: string };

/** The setting of when an entry without updates counts as silent. */
export async function SilenceCard({ action, found, person }: Props) {
  const t = await getTranslations("overview.silence");
  const ui = await getTranslations("ui");
  return (
    <Card id="silence" title={t("title")} meta={t("hint")}>
      <SilenceForm
        action={action}
        initial={{ days: String(found.days), version: String(found.version) }}
        person={person}
        names={{ days: t("days") }}
        notes={await noteLabels()}
        labels={{ hint: t("bounds", silentAfterBounds), save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
      />
    </Card>
  );
}
