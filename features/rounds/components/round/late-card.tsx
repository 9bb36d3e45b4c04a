import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import type { RoundPage } from "@/features/rounds/server/get-round";
import { formatDay } from "@/i18n/format";
import { DraftTitle } from "./drafts-table";
import { ReporterName } from "./reporter-name";

/** Reports that are due and not submitted, by reporter. */
export async function LateCard({ page: { late, sides, round } }: { page: RoundPage }) {
  const t = await getTranslations("rounds");
  const locale = await getLocale();
  if (late.lines.length === 0) return null;
  const groups = sides.map(({ side }) => ({
    side,
    lines: late.lines.filter((line) => line.side?.code === side?.code),
  }));
  return (
    <Card id="late" title={t("lateTitle")} meta={<Count value={late.total} />}>
      <p className="mb-1.5 text-ink-2 text-sm">{t("lateHint", { day: formatDay(round.dueOn, locale) })}</p>
      <dl className="flex flex-col gap-2 text-sm">
        {groups
          .filter(({ lines }) => lines.length > 0)
          .map(({ side, lines }) => (
            <div key={side?.code ?? "desk"}>
              <dt className="font-medium text-ink-2 text-xs">
                <ReporterName side={side} />
              </dt>
              {lines.map((line) => (
                <dd key={line.id}>
                  <DraftTitle line={line} />
                </dd>
              ))}
            </div>
          ))}
      </dl>
      {late.lines.length < late.total && <p className="mt-2 text-ink-2 text-sm">{t("cut")}</p>}
    </Card>
  );
}
