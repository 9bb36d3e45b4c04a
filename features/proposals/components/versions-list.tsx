import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import { formatInstant } from "@/i18n/format";
import type { ComparedConcepts } from "../server/compare-concepts";

/** Versions of the concept note with author and time; the latest first. */
export async function VersionsList({ versions }: Pick<ComparedConcepts, "versions">) {
  const t = await getTranslations("proposals.versions");
  const locale = await getLocale();
  return (
    <ol className="flex flex-col">
      {versions.toReversed().map(({ version, number, recordedAt, by }) => (
        <li key={version} className="border-line border-b py-2 text-sm last:border-b-0">
          <strong className="font-semibold">{t("number", { number })}</strong> · <ProperName>{by}</ProperName> ·{" "}
          <span className="text-ink-2">{formatInstant(recordedAt, locale)}</span>
        </li>
      ))}
    </ol>
  );
}
