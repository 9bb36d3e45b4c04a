import "server-only";
import type { ResourceLimits, Worker } from "node:worker_threads";
import { AppError } from "@/domain/errors";
import { checkReportSize, type ReportFormat, type ReportModel } from "@/domain/report-model";
import { startWorker } from "./start-worker";

/** Timeout in seconds; a report that takes longer is stopped. */
const patience = 60;

/**
 * Memory limit in MB, enough for 10,000 rows in Excel. A report that needs more is stopped, so that
 * the server is not.
 */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 } as const;

function outcomeOf(worker: Worker, seconds: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const stop = setTimeout(() => reject(new AppError("REPORT_FAILED")), seconds * 1000);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      const isTooBig = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isTooBig ? new AppError("UNAVAILABLE", { cause: error }) : error);
    });
    worker.once("exit", () => {
      clearTimeout(stop);
      reject(new AppError("REPORT_FAILED"));
    });
  });
}

/**
 * Renders the report as a file in a worker thread. The caller limits how many run at once.
 * @param seconds timeout
 * @param limits memory limits
 * @throws AppError REPORT_TOO_LARGE {rows, max} (a Word file of more than 2,000 rows),
 *   REPORT_FAILED (timeout), UNAVAILABLE (out of memory)
 */
export async function renderReport(
  model: ReportModel,
  format: ReportFormat,
  seconds: number = patience,
  limits: ResourceLimits = resourceLimits,
): Promise<Uint8Array> {
  checkReportSize(model, format);
  const worker = startWorker({ model, format }, limits);
  try {
    return await outcomeOf(worker, seconds);
  } finally {
    await worker.terminate();
  }
}
