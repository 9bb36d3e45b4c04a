import "server-only";
import type { ResourceLimits, Worker } from "node:worker_threads";
import { AppError } from "@/domain/errors";
import { checkReportSize, type ReportFormat, type ReportModel } from "@/domain/report-model";
import { startWorker } from "./start-worker";

/** In seconds; a report that takes longer is stopped. */
const patience = 60;

/** Enough for 10,000 rows in Excel; a report that needs more is stopped instead of the server. */
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
 * The report as a file, made off the request's thread. How many are made at once is for the caller
 * to bound.
 * @param seconds how long it may take at most
 * @param limits of its memory
 * @throws AppError REPORT_TOO_LARGE {rows, max} (a Word file of more than 2,000 rows),
 *   REPORT_FAILED (more time than allowed), UNAVAILABLE (more memory)
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
