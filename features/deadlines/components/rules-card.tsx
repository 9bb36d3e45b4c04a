import { getLocale, getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import type { FormServerAction } from "@/components/form/use-action-form";
import { ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { ruleBounds, ruleKinds, ruleSources } from "@/domain/deadline-rules";
import { formatMonthName } from "@/i18n/format";
import type { FoundRules } from "../server/get-rules";
import { RulesForm } from "./rules-form";

const names = ["funds", "disbursedPercent", "disbursedMonth", "financialReportDays", "completionReportDays"] as const;

type Props = { action: FormServerAction; found: FoundRules; person: string };

/** The setting of the deadlines of funds and reports. */
export async function RulesCard({ action, found: { rules, version }, person }: Props) {
  const t = await getTranslations("deadlines.rules");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const values = Object.entries({ ...rules, version }).map(([name, value]) => [name, String(value)]);
  return (
    <Card id="deadline-rules" title={t("title")} meta={t("hint")}>
      <RulesForm
        action={action}
        initial={Object.fromEntries(values)}
        person={person}
        names={Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]))}
        hints={{
          funds: t("hintFunds"),
          disbursedPercent: t("bounds", ruleBounds.disbursedPercent),
          financialReportDays: t("bounds", ruleBounds.financialReportDays),
          completionReportDays: t("bounds", ruleBounds.completionReportDays),
        }}
        months={Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1),
          label: formatMonthName(index + 1, locale),
        }))}
        notes={await noteLabels()}
        labels={{ save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
      />
      <p className="mt-2 text-ink-2 text-xs">{t("source")}</p>
      <ul className="list-disc pl-5 text-ink-2 text-xs">
        {ruleKinds.map((kind) => (
          <li key={kind} lang="en">
            <ProperName>{ruleSources[kind]}</ProperName>
          </li>
        ))}
      </ul>
    </Card>
  );
}
