import "server-only";
import type { Worker } from "node:worker_threads";
import { AppError } from "@/domain/errors";
import { checkReportSize, type ReportFormat, type ReportModel } from "@/domain/report-model";
import { startWorker } from "./start-worker";

/** Two threads leave the server able to answer on two cores; a short line waits, more are asked to come back. */
const limits = { running: 2, waiting: 20, seconds: 60 } as const;

/** Enough for 10,000 rows in Excel; a report that needs more is stopped instead of the server. */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 } as const;

let running = 0;
const line: (() => void)[] = [];

/** Hands the place to the next in line, or gives it back. */
function leaveLine(): void {
  const next = line.shift();
  if (next) next();
  else running -= 1;
}

async function enterLine(): Promise<void> {
  if (running < limits.running) {
    running += 1;
    return;
  }
  if (line.length >= limits.waiting) throw new AppError("REPORT_BUSY");
  await new Promise<void>((resolve) => line.push(resolve));
}

function outcomeOf(worker: Worker, seconds: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const stop = setTimeout(() => reject(new AppError("REPORT_FAILED")), seconds * 1000);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      const isTooBig = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isTooBig ? new AppError("REPORT_FAILED", { cause: error }) : error);
    });
    worker.once("exit", () => {
      clearTimeout(stop);
      reject(new AppError("REPORT_FAILED"));
    });
  });
}

/**
 * The report as a file, made off the request's thread.
 * @param seconds how long it may take at most
 * @throws AppError REPORT_TOO_LARGE {rows, max} (a Word file of more than 2,000 rows), REPORT_BUSY (try again later),
 * REPORT_FAILED (more time or memory than allowed)
 */
export async function renderReport(
  model: ReportModel,
  format: ReportFormat,
  seconds: number = limits.seconds,
): Promise<Uint8Array> {
  checkReportSize(model, format);
  await enterLine();
  try {
    const worker = startWorker({ model, format }, resourceLimits);
    try {
      return await outcomeOf(worker, seconds);
    } finally {
      await worker.terminate();
    }
  } finally {
    leaveLine();
  }
}
