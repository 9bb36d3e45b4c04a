import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import type { FormServerAction } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/i18n/format";
import type enReference from "@/i18n/messages/en/reference.json";
import type { ReferencePage } from "../server/get-reference";

type UseKey = keyof typeof enReference.useOf;

/** What uses the row; the button that removes it, if nothing does. */
export async function UsesCard({ page, remove }: { page: ReferencePage; remove: FormServerAction }) {
  const t = await getTranslations("reference");
  const locale = await getLocale();
  const { id, kind, uses, fields } = page;
  if (uses.length > 0) {
    return (
      <Card id="uses" title={t("uses")} meta={t("usedHint")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {uses.map(({ table, count }) => (
            <li key={table}>{t("use", { count: formatNumber(count, locale), what: t(`useOf.${table as UseKey}`) })}</li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card id="uses" title={t("uses")}>
      <p className="mb-2 text-sm">{t("unused")}</p>
      <ActButton
        action={remove}
        fields={{ table: kind, id, version: fields.version ?? "" }}
        label={t("remove")}
        look="danger"
        question={t("removeQuestion")}
      />
    </Card>
  );
}
