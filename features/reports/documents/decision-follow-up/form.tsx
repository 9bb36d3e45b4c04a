import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import { namedOption, SharedFields } from "@/features/reports/components/form-fields";
import type { ReportChoices } from "@/features/reports/server/list-report-choices";
import type { FollowUpQuery } from "./address";

type Props = { query: FollowUpQuery; period: string; choices: ReportChoices };

/** Choice of the cycle, and whether followed-up decisions are left out: a GET form. */
export async function FollowUpForm({ query, period, choices }: Props) {
  const t = await getTranslations("reports");
  const locale = await getLocale();
  const cycles = choices.plans.filter(({ framework }) => framework === "adgsom_atrc");
  return (
    <form action="/reports/decision-follow-up" className="flex flex-col gap-3.5">
      <SelectField
        name="period"
        label={t("page.anyPeriod")}
        defaultValue={period}
        options={cycles.map((plan) => namedOption(locale, plan.period.code, plan.period))}
      />
      <CheckField name="open" value="1" defaultChecked={query.open !== null} label={t("followUp.openOnlyLabel")} />
      <SharedFields lang={query.lang} label={query.label} />
      <Button type="submit">{t("page.show")}</Button>
    </form>
  );
}
