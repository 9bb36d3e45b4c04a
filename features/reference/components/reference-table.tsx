import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/states";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/i18n/format";
import { referenceAddress, referenceRowAddress } from "../address";
import { declarations, type ReferenceKind } from "../kinds";
import type { ReferenceLine } from "../server/list-reference";

type Props = {
  kind: ReferenceKind;
  rows: readonly ReferenceLine[];
  /** True if a search leaves out rows. */
  isSearched: boolean;
};

/** The rows of one kind: code, name, what they belong to, and the days on which they are valid. */
export async function ReferenceTable({ kind, rows, isSearched }: Props) {
  const t = await getTranslations("reference");
  const ui = await getTranslations("ui");
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t(isSearched ? "none" : "empty")}
        actions={isSearched && <ButtonLink href={referenceAddress.href({ kind })}>{ui("clear")}</ButtonLink>}
      >
        {t(isSearched ? "noneBody" : "emptyBody")}
      </EmptyState>
    );
  }
  const hasParent = declarations[kind].parent !== undefined;
  return (
    <Table label={t(`kind.${kind}`)}>
      <thead>
        <tr>
          <Th className="max-sm:hidden">{t("code")}</Th>
          <Th>{t("name")}</Th>
          {hasParent && <Th className="max-sm:hidden">{t("of")}</Th>}
          <Th>{t("days")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ReferenceRow key={row.id} kind={kind} row={row} hasParent={hasParent} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { kind: ReferenceKind; row: ReferenceLine; hasParent: boolean };

async function ReferenceRow({ kind, row, hasParent }: RowProps) {
  const t = await getTranslations("reference");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <tr>
      <Td className="whitespace-nowrap max-sm:hidden">
        <span translate="no">{row.code}</span>
      </Td>
      <Th scope="row" className="min-w-48">
        <Link
          href={referenceRowAddress.href({ kind }, { id: row.id })}
          className="link inline-flex min-h-6 items-center max-sm:min-h-10"
        >
          <BilingualText en={row.en} lo={row.lo} {...words} />
        </Link>
        {row.code && (
          <span translate="no" className="block font-normal text-ink-2 text-xs sm:hidden">
            {row.code}
          </span>
        )}
      </Th>
      {hasParent && <Td className="max-sm:hidden">{row.of && <BilingualText {...row.of} {...words} />}</Td>}
      <Td className="min-w-28 text-sm">
        {row.from && <span className="block">{t("since", { from: formatDay(row.from, locale) })}</span>}
        {row.to && <span className="block">{t("until", { to: formatDay(row.to, locale) })}</span>}
        {!row.from && !row.to && <span className="text-ink-2">{t("always")}</span>}
        {row.isOver && <Tag>{t("over")}</Tag>}
      </Td>
    </tr>
  );
}
