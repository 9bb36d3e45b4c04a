import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { StateCode } from "@/components/ui/state-code";

export type Reporter = { code: string; en: string; lo: string | null } | null;

/** Name of a reporter: a member state, or the ASEAN desk. */
export async function ReporterName({ side }: { side: Reporter }) {
  const t = await getTranslations("rounds");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (!side) return t("desk");
  return (
    <span className="inline-flex items-center gap-1.5">
      <StateCode code={side.code} />
      <BilingualText en={side.en} lo={side.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
    </span>
  );
}
