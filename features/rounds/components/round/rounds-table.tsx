import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { Table, Td, Th } from "@/components/ui/table";
import type { RoundRow } from "@/features/rounds/server/list-rounds";
import { formatDay, formatNumber } from "@/i18n/format";

/** Rounds with their progress, counting only reports that the reader may see. */
export async function RoundsTable({ rounds, label }: { rounds: readonly RoundRow[]; label: string }) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th className="min-w-52">{t("meeting")}</Th>
          <Th>{t("due")}</Th>
          <Th>{t("state")}</Th>
          <Th numeric>{t("toWrite")}</Th>
          <Th numeric>{t("submitted")}</Th>
          <Th numeric>{t("accepted")}</Th>
          <Th numeric>{t("reports")}</Th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.id}>
            <Th scope="row">
              <Link href={`/rounds/${round.id}` as Route} className="link">
                <BilingualText
                  en={round.titleEn}
                  lo={round.titleLo}
                  locale={locale}
                  notTranslatedLabel={ui("notYetTranslated")}
                />
              </Link>{" "}
              {round.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
            </Th>
            <Td className="whitespace-nowrap">
              <span>{formatDay(round.dueOn, locale)}</span>
              {round.isOverdue && round.open > 0 && <span className="block text-warn text-xs">{t("overdue")}</span>}
            </Td>
            <Td>{terms(`roundState.${round.state}`)}</Td>
            {[round.open, round.submitted, round.accepted, round.total].map((count, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: four numbers in a fixed order
              <Td key={place} numeric>
                {formatNumber(count, locale)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
