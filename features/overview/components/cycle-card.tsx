import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { FormServerAction } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import type { getCycle } from "../server/get-cycle";
import { CycleForm } from "./cycle-form";

type Props = { action: FormServerAction; found: Awaited<ReturnType<typeof getCycle>>; person: string };

/** The setting of the current work cycle. */
export async function CycleCard({ action, found: { cycle, cycles }, person }: Props) {
  const t = await getTranslations("overview.cycle");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Card id="cycle" title={t("title")} meta={t("hint")}>
      <CycleForm
        action={action}
        initial={{ current: cycle.current, preparing: cycle.preparing ?? "", version: String(cycle.version) }}
        person={person}
        names={{ current: t("current"), preparing: t("preparing") }}
        cycles={cycles.map(({ code, nameEn, nameLo }) => ({
          value: code,
          label: (locale === "lo" && nameLo) || nameEn,
        }))}
        notes={await noteLabels()}
        labels={{ none: t("noneYet"), save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
      />
    </Card>
  );
}
