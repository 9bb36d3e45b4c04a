import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { formatInstant } from "@/i18n/format";
import type { ComparedConcepts } from "../server/compare-concepts";

type Props = Pick<ComparedConcepts, "versions"> & { compared: NonNullable<ComparedConcepts["compared"]> };

/** Choice of the two versions to compare: a plain GET form. */
export async function VersionsForm({ versions, compared }: Props) {
  const t = await getTranslations("proposals.versions");
  const locale = await getLocale();
  const options = versions.toReversed().map(({ version, number, recordedAt }) => ({
    value: String(version),
    label: t("option", { number, when: formatInstant(recordedAt, locale) }),
  }));
  return (
    <form className="flex flex-wrap items-end gap-3.5">
      {(["from", "to"] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(name)}
          options={options}
          defaultValue={String(compared[name])}
          className="min-w-0 flex-1 basis-56"
        />
      ))}
      <Button type="submit">{t("compare")}</Button>
    </form>
  );
}
