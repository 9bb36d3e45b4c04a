import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { countRows, type ReportFormat, type ReportModel } from "@/domain/report-model";
import { DocumentSheet } from "../render/html/document-sheet";
import { DownloadLinks } from "./download-links";
import { PrintButton } from "./print-button";

type Props = {
  title: string;
  /** The form with the choices. */
  form: ReactNode;
  model: ReportModel;
  /** Address of the file in each format. */
  hrefOf: (format: ReportFormat) => Route;
};

/** What whoever makes the document should know; it is in no file. */
async function Warnings({ model }: { model: ReportModel }) {
  const t = await getTranslations("reports.page");
  return (
    <Banner tone="warn" title={t("warnings")}>
      <ul className="flex flex-col gap-1">
        {model.warnings.map((runs) => {
          const text = runs.map((run) => run.text).join("");
          return (
            <li key={text} lang={model.language}>
              {text}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}

/**
 * Page of a document: choices and downloads on the left, a preview on the right; stacked on phones.
 */
export async function ReportDesk({ title, form, model, hrefOf }: Props) {
  const t = await getTranslations("reports.page");
  const untranslated = JSON.stringify(model.blocks).split('"not_translated"').length - 1;
  return (
    <div className="flex max-lg:flex-col print:block">
      <div className="flex w-76 shrink-0 flex-col gap-4 border-line border-r bg-surface px-5 py-4 max-lg:w-auto max-lg:border-r-0 max-lg:border-b max-sm:px-3.5 print:hidden">
        <h1 className="font-semibold text-lg">{title}</h1>
        {form}
        {untranslated > 0 && <Banner tone="warn">{t("untranslated", { count: untranslated })}</Banner>}
        {model.warnings.length > 0 && <Warnings model={model} />}
        <DownloadLinks rows={countRows(model)} hrefOf={hrefOf} />
      </div>
      <section aria-label={t("preview")} className="min-w-0 flex-1 px-5 py-3 max-sm:px-3.5 print:p-0">
        <div className="mx-auto mb-2 flex max-w-300 items-center gap-2 print:hidden">
          <span className="font-medium text-sm">{t("preview")}</span>
          <span className="text-ink-2 text-sm">{t("rowCount", { count: countRows(model) })}</span>
          <span className="ml-auto">
            <PrintButton label={t("print")} />
          </span>
        </div>
        <DocumentSheet model={model} />
      </section>
    </div>
  );
}
