import { getLocale, getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button";
import { Download } from "@/components/ui/icons";
import { Menu, MenuHeading, menuItemClasses } from "@/components/ui/menu";
import { docxRowLimit, reportFormats } from "@/domain/report-model";
import { locales } from "@/domain/vocabulary";
import { formatNumber } from "@/i18n/format";
import { exportHref } from "../export-query";
import type { ActivityListQuery } from "../list-query";

type Props = {
  query: ActivityListQuery;
  /** Rows of the whole selection. */
  total: number;
};

/** The whole selection as a file, in either language; a Word file only as long as Word can hold it. */
export async function ExportMenu({ query, total }: Props) {
  const t = await getTranslations("activities");
  const reports = await getTranslations("reports");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const ordered = [...locales].sort((a) => (a === locale ? -1 : 1));
  return (
    <Menu
      group="list-menus"
      align="end"
      buttonClassName={buttonClasses()}
      label={
        <>
          <Download aria-hidden className="size-4" />
          {t("export")}
        </>
      }
    >
      <MenuHeading>{t("exportAll")}</MenuHeading>
      {ordered.map((lang) => (
        <div key={lang}>
          <MenuHeading>{ui(`language.${lang}`)}</MenuHeading>
          {reportFormats.map((format) =>
            format === "docx" && total > docxRowLimit ? (
              <p key={format} className="px-2 py-1 text-ink-2 text-sm">
                {reports("format.docx")}: {t("exportTooMany", { max: formatNumber(docxRowLimit, locale) })}
              </p>
            ) : (
              <a key={format} href={exportHref(query, format, lang)} download className={menuItemClasses}>
                {reports(`format.${format}`)}
              </a>
            ),
          )}
        </div>
      ))}
    </Menu>
  );
}
