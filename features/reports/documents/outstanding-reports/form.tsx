import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { namedOption, SharedFields } from "@/features/reports/components/form-fields";
import type { ReportChoices } from "@/features/reports/server/list-report-choices";
import type { ChaseQuery } from "./address";

type Props = { planId: number; query: ChaseQuery; states: ReportChoices["states"] };

/** Choice of state and language: a plain GET form. */
export async function ChaseForm({ planId, query, states }: Props) {
  const t = await getTranslations("reports.page");
  const words = await getTranslations("states");
  const locale = await getLocale();
  return (
    <form action={`/plans/${planId}/states/chase` as Route} className="flex flex-col gap-3.5">
      <SelectField
        name="state"
        label={words("state")}
        placeholder={words("allStates")}
        defaultValue={query.state ?? ""}
        options={states.map((state) => namedOption(locale, state.code, state))}
      />
      <SharedFields lang={query.lang} label={query.label} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
