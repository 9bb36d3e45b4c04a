import { getLocale, getTranslations } from "next-intl/server";
import { ChangedText, isInOther } from "@/components/ui/changed-text";
import { NotYetTranslatedMark } from "@/components/ui/marks";
import type { PartDiff } from "../server/compare-concepts";

type Props = { differences: readonly PartDiff[]; names: Readonly<Record<string, string>> };

/**
 * Removed and added text of each part, distinguished by sign, line and word, not only by colour.
 */
export async function Differences({ differences, names }: Props) {
  const t = await getTranslations("proposals.versions");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (differences.length === 0) return <p className="text-sm">{t("same")}</p>;
  return (
    <>
      <p className="mb-2 text-ink-2 text-xs">{t("legend")}</p>
      <dl className="flex flex-col gap-3 text-sm">
        {differences.map(({ field, parts }) => (
          <div key={field}>
            <dt className="font-medium text-ink-2 text-xs">
              <span>{names[field]}</span>{" "}
              {isInOther(parts, locale) && <NotYetTranslatedMark label={ui("notYetTranslated")} />}
            </dt>
            <dd className="whitespace-pre-line leading-running">
              <ChangedText parts={parts} words={{ added: t("added"), removed: t("removed") }} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
