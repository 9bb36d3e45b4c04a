import { getLocale, getTranslations } from "next-intl/server";
import { RadioCards } from "@/components/ui/choices";
import { type Option, SelectField } from "@/components/ui/field";
import { type Locale, locales } from "@/domain/vocabulary";
import { type ConfidentialityLabel, confidentialityLabels } from "../report-options";

type Named = { en: string; lo: string | null };

/**
 * A name as an option in the reader's language; a name without a translation keeps its own
 * language.
 */
export function namedOption(locale: Locale, value: string, { en, lo }: Named, before = ""): Option {
  const own = locale === "lo" ? lo : en;
  return { value, label: `${before}${own ?? en}`, lang: own ? undefined : "en" };
}

/** The two choices of every report: its language and its confidentiality label. */
export async function SharedFields({ lang, label }: { lang: Locale | null; label: ConfidentialityLabel }) {
  const t = await getTranslations("reports");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <>
      <RadioCards
        name="lang"
        label={t("page.language")}
        cards={locales.toReversed().map((value) => ({ value, label: ui(`language.${value}`) }))}
        defaultValue={lang ?? locale}
      />
      <SelectField
        name="label"
        label={t("page.label")}
        defaultValue={label}
        options={confidentialityLabels.map((value) => ({ value, label: t(`label.${value}`) }))}
      />
    </>
  );
}
