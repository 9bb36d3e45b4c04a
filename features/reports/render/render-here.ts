import type { ReportFormat, ReportModel } from "@/domain/report-model";

/**
 * Renders the report in the calling thread. A long report takes seconds, so requests use
 * `renderReport`. Each format loads only its own library.
 */
export async function renderReportHere(model: ReportModel, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return (await import("./docx/docx")).renderDocx(model);
    case "xlsx":
      return (await import("./xlsx/xlsx")).renderXlsx(model);
    case "csv":
      return (await import("./csv/csv")).renderCsv(model);
  }
}
