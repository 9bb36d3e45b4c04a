import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { FormServerAction } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import type { getClearance } from "../server/get-clearance";
import { ClearanceForm } from "./clearance-form";

type Props = { action: FormServerAction; found: Awaited<ReturnType<typeof getClearance>>; person: string };

/**
 * Setting for heads of division: whether a draft needs national clearance before it is submitted.
 */
export async function ClearanceCard({ action, found, person }: Props) {
  const t = await getTranslations("proposals.setting");
  const ui = await getTranslations("ui");
  return (
    <Card id="clearance" title={t("title")} meta={t("hint")}>
      <ClearanceForm
        action={action}
        initial={{ asked: found.asked, version: String(found.version) }}
        person={person}
        names={{ asked: t("asked") }}
        words={{ asked: { no: t("no"), yes: t("yes") } }}
        notes={await noteLabels()}
        labels={{ save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
      />
    </Card>
  );
}
