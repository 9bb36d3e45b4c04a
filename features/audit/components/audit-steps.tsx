import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { ChevronLeft, ChevronRight, Download } from "@/components/ui/icons";
import { type AuditQuery, auditAddress, auditExport } from "../address";

type Props = { query: AuditQuery; older: number | null };

/**
 * Links to older rows and back to the newest. New rows are added at the top, so page numbers would
 * shift.
 */
export async function AuditSteps({ query, older }: Props) {
  const t = await getTranslations("audit");
  if (older === null && query.before === null) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap justify-end gap-2">
      {query.before !== null && (
        <ButtonLink
          href={auditAddress.href({ ...query, before: null })}
          icon={<ChevronLeft aria-hidden className="size-4" />}
        >
          {t("newest")}
        </ButtonLink>
      )}
      {older !== null && (
        <ButtonLink href={auditAddress.href({ ...query, before: older })} rel="next">
          <span>{t("older")}</span>
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      )}
    </nav>
  );
}

/** Downloads all rows that match the filters, in the language of the page. */
export async function AuditDownloads({ query }: { query: AuditQuery }) {
  const t = await getTranslations("audit");
  const reports = await getTranslations("reports");
  const locale = await getLocale();
  return (
    <ul aria-label={t("download")} className="flex flex-wrap gap-2">
      {(["xlsx", "csv"] as const).map((format) => (
        <li key={format}>
          <ButtonLink
            href={auditExport.href({ ...query, before: null, format, lang: locale })}
            plain
            download
            icon={<Download aria-hidden className="size-4" />}
          >
            {reports(`format.${format}`)}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
