import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { namedOption, SharedFields } from "@/features/reports/components/form-fields";
import type { ReportChoices } from "@/features/reports/server/list-report-choices";
import type { MatrixQuery } from "./address";

type Props = { query: MatrixQuery; plan: string; choices: ReportChoices };

/** Choice of plan and language: a plain GET form. */
export async function MatrixForm({ query, plan, choices }: Props) {
  const t = await getTranslations("reports.page");
  const locale = await getLocale();
  const periods = new Map(choices.plans.map(({ period }) => [period.code, period]));
  const shared = [...periods.values()].filter(
    ({ code }) => choices.plans.filter(({ period }) => period.code === code).length > 1,
  );
  const options = [
    ...choices.plans.map((row) => namedOption(locale, String(row.id), row)),
    ...shared.map((period) => ({
      value: period.code,
      label: t("allPlansOf", { period: (locale === "lo" && period.lo) || period.en }),
    })),
  ];
  return (
    <form action="/reports/work-plan" className="flex flex-col gap-3.5">
      <SelectField name="plan" label={t("plan")} defaultValue={plan} options={options} />
      <SharedFields lang={query.lang} label={query.label} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
