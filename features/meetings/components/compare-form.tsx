import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { present } from "@/domain/as-of";
import type { CompareQuery } from "../compare-address";
import type { CompareChoices } from "../server/list-compare-choices";

type Props = CompareChoices & { query: CompareQuery };

/** Chooses two moments and a lead state: a plain GET form. */
export async function CompareForm({ query, meetings, states }: Props) {
  const t = await getTranslations("compare");
  const locale = await getLocale();
  const isLao = locale === "lo";
  const moments = meetings.map(({ code, titleEn, titleLo }) => ({
    value: code,
    label: (isLao ? titleLo : null) ?? titleEn,
  }));
  // A day can be given only in the address; it remains an option when the form is sent again.
  const withDay = (text: string | null) =>
    text !== null && text !== present && !moments.some(({ value }) => value === text)
      ? [{ value: text, label: text }, ...moments]
      : moments;
  return (
    <form action="/meetings/compare" className="flex flex-wrap items-end gap-2.5 print:hidden">
      <SelectField
        className="min-w-0 max-w-full flex-1 basis-56"
        name="from"
        label={t("from")}
        placeholder={t("choose")}
        defaultValue={query.from ?? ""}
        options={withDay(query.from)}
      />
      <SelectField
        className="min-w-0 max-w-full flex-1 basis-56"
        name="to"
        label={t("to")}
        defaultValue={query.to ?? present}
        options={[{ value: present, label: t("today") }, ...withDay(query.to)]}
      />
      <SelectField
        className="min-w-0 max-w-full flex-1 basis-44"
        name="state"
        label={t("state")}
        placeholder={t("allStates")}
        defaultValue={query.state ?? ""}
        options={states.map(({ code, nameEn, nameLo }) => ({ value: code, label: (isLao ? nameLo : null) ?? nameEn }))}
      />
      <Button type="submit" look="primary">
        {t("show")}
      </Button>
    </form>
  );
}
