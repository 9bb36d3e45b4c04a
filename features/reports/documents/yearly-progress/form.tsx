import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { namedOption, SharedFields } from "@/features/reports/components/form-fields";
import type { ReportChoices } from "@/features/reports/server/list-report-choices";
import type { YearlyQuery } from "./address";

type Props = { query: YearlyQuery; period: string; choices: ReportChoices };

/** Choice of period and language: a plain GET form. */
export async function YearlyForm({ query, period, choices }: Props) {
  const t = await getTranslations("reports.page");
  const locale = await getLocale();
  const periods = new Map(choices.plans.map((plan) => [plan.period.code, plan.period]));
  const names = [...periods.values()].map(({ en }) => en);
  const options = [...periods.values()].map((one) => {
    // Two partners may have periods of the same years.
    const isShared = names.filter((name) => name === one.en).length > 1;
    const option = namedOption(locale, one.code, one);
    return isShared ? { ...option, label: `${option.label} (${one.code})` } : option;
  });
  return (
    <form action="/reports/yearly-progress" className="flex flex-col gap-3.5">
      <SelectField name="period" label={t("anyPeriod")} defaultValue={period} options={options} />
      <SharedFields lang={query.lang} label={query.label} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
