import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { RoundPage } from "@/features/rounds/server/get-round";
import { formatNumber } from "@/i18n/format";
import { ReporterName } from "./reporter-name";

/** Progress of each reporter, and the number of late reports. */
export async function ReportersTable({ sides, roundId }: { sides: RoundPage["sides"]; roundId: number }) {
  const t = await getTranslations("rounds");
  const locale = await getLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Table label={t("sides")}>
      <thead>
        <tr>
          <Th className="min-w-44">{t("side")}</Th>
          <Th numeric>{t("toWrite")}</Th>
          <Th numeric>{t("late")}</Th>
          <Th numeric>{t("submitted")}</Th>
          <Th numeric>{t("accepted")}</Th>
          <Th numeric>{t("reports")}</Th>
        </tr>
      </thead>
      <tbody>
        {sides.map(({ side, open, late, submitted, accepted, total }) => (
          <tr key={side?.code ?? "desk"}>
            <Th scope="row">
              <Link href={`/rounds/${roundId}?side=${side?.code ?? "desk"}` as Route} className="link">
                <ReporterName side={side} />
              </Link>
            </Th>
            <Td numeric>{number(open)}</Td>
            <Td numeric className={late > 0 ? "font-semibold text-warn" : undefined}>
              {number(late)}
            </Td>
            <Td numeric>{number(submitted)}</Td>
            <Td numeric>{number(accepted)}</Td>
            <Td numeric>{number(total)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
