import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatImpreciseDays, formatNumber } from "@/i18n/format";
import type { PartnerRow } from "../server/list-partners";

/** All partners, by English name. */
export async function PartnersTable({ partners }: { partners: readonly PartnerRow[] }) {
  const t = await getTranslations("partners");
  const terms = await getTranslations("terms");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{terms("noun.partner")}</Th>
          <Th className="max-sm:hidden">{t("kind")}</Th>
          <Th numeric title={t("instrumentsHint")}>
            {t("instrumentsNotOver")}
          </Th>
          <Th numeric>{t("plans")}</Th>
          <Th numeric>{t("activities")}</Th>
          <Th>{t("next")}</Th>
        </tr>
      </thead>
      <tbody id="rows" tabIndex={-1} className="outline-none">
        {partners.map((partner) => (
          <PartnerLine key={partner.id} partner={partner} />
        ))}
      </tbody>
    </Table>
  );
}

async function PartnerLine({ partner }: { partner: PartnerRow }) {
  const t = await getTranslations("partners");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const { next } = partner;
  return (
    <tr>
      <Th scope="row" className="min-w-44">
        <Link
          href={`/partners/${partner.id}` as Route}
          className="link inline-flex min-h-6 items-center max-sm:min-h-10"
        >
          <BilingualText en={partner.en} lo={partner.lo} {...words} />
        </Link>
      </Th>
      <Td className="max-sm:hidden">{terms(`partnerKind.${partner.kind}`)}</Td>
      <Td numeric>{formatNumber(partner.instruments, locale)}</Td>
      <Td numeric>{formatNumber(partner.plans, locale)}</Td>
      <Td numeric>{formatNumber(partner.entries, locale)}</Td>
      <Td className="min-w-44">
        {next ? (
          <>
            <Link href={`/meetings/${next.id}` as Route} className="link">
              <BilingualText en={next.titleEn} lo={next.titleLo} {...words} />
            </Link>
            <span className="block text-ink-2 text-xs">{formatImpreciseDays(next, locale)}</span>
          </>
        ) : (
          <span className="text-ink-2">{t("noNext")}</span>
        )}
      </Td>
    </tr>
  );
}
