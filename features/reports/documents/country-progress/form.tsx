import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import { namedOption, SharedFields } from "@/features/reports/components/form-fields";
import { progressSections } from "@/features/reports/report-options";
import type { ReportChoices } from "@/features/reports/server/list-report-choices";
import type { ProgressQuery } from "./address";

type Props = {
  query: ProgressQuery;
  /** Current choices, with defaults filled in. */
  chosen: { state: string; period: string };
  choices: ReportChoices;
  /** Name of the home organisation's state. */
  homeState: string;
};

/** Choice of state, cycle, meeting and parts: a plain GET form. */
export async function ProgressForm({ query, chosen, choices, homeState }: Props) {
  const t = await getTranslations("reports");
  const locale = await getLocale();
  const cycles = choices.plans.filter(({ framework }) => framework === "adgsom_atrc");
  return (
    <form action="/reports/country-progress" className="flex flex-col gap-3.5">
      <SelectField
        name="state"
        label={t("page.state")}
        defaultValue={chosen.state}
        options={choices.states.map((row) => namedOption(locale, row.code, row))}
      />
      <SelectField
        name="period"
        label={t("page.period")}
        defaultValue={chosen.period}
        options={cycles.map(({ period }) => namedOption(locale, period.code, period))}
      />
      <SelectField
        name="meeting"
        label={t("page.meeting")}
        defaultValue={query.meeting ?? ""}
        placeholder={t("page.autoMeeting")}
        options={[
          { value: "none", label: t("page.noMeeting") },
          ...choices.meetings.map((row) => namedOption(locale, row.code, row)),
        ]}
      />
      <SharedFields lang={query.lang} label={query.label} />
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium text-sm">{t("page.sections")}</legend>
        {/* Sent even when every box is empty, so that "none" differs from the default. */}
        <input type="hidden" name="sections" value="" />
        {progressSections.map((section) => (
          <CheckField
            key={section}
            name="sections"
            value={section}
            defaultChecked={query.sections.includes(section)}
            label={t(`section.${section}`)}
          />
        ))}
        <p className="mt-1 text-ink-2 text-xs">{t("page.officialHint", { state: homeState })}</p>
      </fieldset>
      <Button type="submit">{t("page.show")}</Button>
    </form>
  );
}
