import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Download, Info } from "@/components/ui/icons";
import { docxRowLimit, type ReportFormat, reportFormats } from "@/domain/report-model";
import { formatNumber } from "@/i18n/format";

type Props = {
  rows: number;
  /** Address of the file in each format. */
  hrefOf: (format: ReportFormat) => Route;
};

/** Links to the report as a file, one for each format that can hold it. */
export async function DownloadLinks({ rows, hrefOf }: Props) {
  const t = await getTranslations("reports");
  const locale = await getLocale();
  const isTooLong = rows > docxRowLimit;
  const formats = reportFormats.filter((format) => format !== "docx" || !isTooLong);
  return (
    <section aria-label={t("page.download")} className="flex flex-col gap-1.5">
      <h2 className="font-medium text-sm">{t("page.download")}</h2>
      <div className="grid grid-cols-3 gap-1.5">
        {formats.map((format, index) => (
          <ButtonLink
            key={format}
            href={hrefOf(format)}
            plain
            download
            look={index === 0 ? "primary" : "secondary"}
            icon={<Download aria-hidden className="size-4" />}
          >
            {t(`format.${format}`)}
          </ButtonLink>
        ))}
      </div>
      {isTooLong && (
        <p className="flex gap-1.5 text-warn text-xs">
          <Info aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {t("page.tooManyForWord", { rows: formatNumber(rows, locale), max: formatNumber(docxRowLimit, locale) })}
          </span>
        </p>
      )}
      <p className="text-ink-2 text-xs">{t("page.downloadHint")}</p>
    </section>
  );
}
