import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { formatDay, formatInstant } from "@/i18n/format";
import type { DeadlinePage } from "../server/get-deadline";

/** All days that a deadline has had, with the reason for each change. */
export async function MovesCard({ moves }: Pick<DeadlinePage, "moves">) {
  const t = await getTranslations("deadlines");
  const locale = await getLocale();
  const day = (value: string | null) => (value ? formatDay(value, locale) : t("dayUnknown"));
  return (
    <Card id="history" title={t("history")} meta={moves.length > 0 && <Count value={moves.length} />}>
      {moves.length === 0 && <p className="text-ink-2 text-sm">{t("neverMoved")}</p>}
      <ol className="flex flex-col">
        {moves.map(({ id, fromOn, toOn, cause, movedAt, movedByName }) => (
          <li key={id} className="border-line border-b py-1.5 text-sm last:border-b-0">
            <span className="font-medium">{t("moved", { from: day(fromOn), to: day(toOn) })}</span>
            <span className="block text-ink-2 text-xs">
              <span>{t(`cause.${cause}`)}</span> · <span>{formatInstant(movedAt, locale)}</span> ·{" "}
              <ProperName>{movedByName}</ProperName>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
