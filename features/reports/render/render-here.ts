import type { ReportFormat, ReportModel } from "@/domain/report-model";
import { renderCsv } from "./csv";
import { renderDocx } from "./docx";
import { renderXlsx } from "./xlsx";

/** The report's bytes, made in the calling thread: seconds of work for a long one, so requests use `renderReport`. */
export async function renderReportHere(model: ReportModel, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return renderDocx(model);
    case "xlsx":
      return renderXlsx(model);
    case "csv":
      return renderCsv(model);
  }
}
