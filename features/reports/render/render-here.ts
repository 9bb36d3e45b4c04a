import type { ReportFormat, ReportModel } from "@/domain/report-model";

/**
 * The report's bytes, made in the calling thread: seconds of work for a long one, so requests use
 * `renderReport`. Each format loads its own library only.
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
