import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { formatDay } from "@/i18n/format";
import type { ReferencePage } from "../server/get-reference";

/** The names that a row had before, the latest first. */
export async function FormerNames({ former }: { former: ReferencePage["former"] }) {
  const t = await getTranslations("reference");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (former.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 font-medium text-sm">{t("former")}</h3>
      <ul className="text-sm">
        {former.map((name) => (
          <li key={name.validTo} className="py-0.5">
            <BilingualText en={name.en} lo={name.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />{" "}
            <span className="text-ink-2 text-xs">{t("formerUntil", { to: formatDay(name.validTo, locale) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
