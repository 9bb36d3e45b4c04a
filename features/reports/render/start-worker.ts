import { type ResourceLimits, Worker } from "node:worker_threads";
import type { ReportFormat, ReportModel } from "@/domain/report-model";

/** Input of the worker thread. */
export type WorkerInput = { readonly model: ReportModel; readonly format: ReportFormat };

/** Starts the worker thread that renders one report. */
export function startWorker(workerData: WorkerInput, resourceLimits: ResourceLimits): Worker {
  // Next replaces this constant when it bundles. It bundles the worker only if the literal address
  // below and the options are written out; with a variable for either, the worker stays unbundled
  // and no thread starts (Next 16.4.5).
  // biome-ignore lint/style/noProcessEnv: a constant of the bundler
  if (process.env.NEXT_RUNTIME === "nodejs") {
    return new Worker(new URL("./worker.ts", import.meta.url), { workerData, resourceLimits });
  }
  return new Worker(new URL("./worker-from-source.mjs", import.meta.url), { workerData, resourceLimits });
}
