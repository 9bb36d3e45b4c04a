import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { BilingualText, ProperName } from "@/components/ui/bilingual-text";
import { Tag } from "@/components/ui/chip";
import { Table, Td, Th } from "@/components/ui/table";
import { dayInVientiane, formatDay, formatInstant } from "@/i18n/format";
import { restore } from "../actions";
import type { BinLine } from "../server/list-bin";

const cell = "align-top max-sm:block max-sm:border-0 max-sm:px-0 max-sm:py-0.5";

/** What was removed: what, with how much, who, when, why and until when; on phones a card each. */
export async function BinTable({ lines }: { lines: readonly BinLine[] }) {
  const t = await getTranslations("bin");
  return (
    <Table label={t("title")} className="max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          {(["what", "removed", "until"] as const).map((key) => (
            <Th key={key}>{t(`column.${key}`)}</Th>
          ))}
          <Th>
            <span className="sr-only">{t("column.act")}</span>
          </Th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </Table>
  );
}

async function Line({ line }: { line: BinLine }) {
  const t = await getTranslations("bin");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const name = line.code ?? line.en ?? line.lo ?? "";
  const last = formatDay(dayInVientiane(line.until), locale);
  return (
    <tr className="max-sm:block max-sm:border-line max-sm:border-b max-sm:px-3.5 max-sm:py-2.5 max-sm:last:border-b-0">
      <Td className={cell}>
        <span className="flex flex-wrap items-center gap-2">
          <Tag>{t(`kind.${line.kind}`)}</Tag>
          {line.code && (
            <span translate="no" className="whitespace-nowrap font-medium">
              {line.code}
            </span>
          )}
        </span>
        <BilingualText en={line.en} lo={line.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        {line.parts > 0 && <span className="block text-ink-2 text-xs">{t("parts", { count: line.parts })}</span>}
      </Td>
      <Td className={cell}>
        <ProperName>{line.removedByName}</ProperName>
        <time dateTime={line.removedAt.toISOString()} className="block text-ink-2 text-xs">
          {formatInstant(line.removedAt, locale)}
        </time>
        {line.reason && <span className="block text-sm">{line.reason}</span>}
      </Td>
      <Td className={cell}>
        <span className={line.isEnding ? "text-warn" : undefined}>
          {line.isEnding ? t("endsSoon", { day: last }) : last}
        </span>
      </Td>
      <Td className={`${cell} text-right max-sm:text-left`}>
        {line.can.restore ? (
          <ActButton
            fields={{ itemId: line.id }}
            action={restore}
            label={t("restore")}
            spoken={t("restoreName", { name })}
          />
        ) : (
          <span className="text-ink-2 text-xs">{t("headRestores")}</span>
        )}
      </Td>
    </tr>
  );
}
