import { getLocale, getTranslations } from "next-intl/server";
import { Fragment, type ReactNode } from "react";
import { ProperName } from "@/components/ui/bilingual-text";
import { formatInstant } from "@/i18n/format";

type Props = { lastUsedAt: Date | null; lastUsedAddress: string | null };

/** Time and network address of the last use of a key or calendar address. */
export async function LastUse({ lastUsedAt, lastUsedAddress: address }: Props) {
  const t = await getTranslations("account.access");
  if (!lastUsedAt) return t("unused");
  const when = formatInstant(lastUsedAt, await getLocale());
  if (!address) return t("used", { when });
  return t.rich("usedFrom", { when, address, name: () => <ProperName>{address}</ProperName> });
}

/** Facts in one line, separated by dots. */
export function FactLine({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <span className="block break-words text-ink-2 text-xs">
      {facts.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a line stand in a fixed order
        <Fragment key={place}>
          {place > 0 && <span>{" · "}</span>}
          <span>{fact}</span>
        </Fragment>
      ))}
    </span>
  );
}
