import { type ResourceLimits, Worker } from "node:worker_threads";
import type { ReportFormat, ReportModel } from "@/domain/report-model";

/** What the thread is given. */
export type WorkerInput = { readonly model: ReportModel; readonly format: ReportFormat };

/** Starts the thread that makes one report. */
export function startWorker(workerData: WorkerInput, resourceLimits: ResourceLimits): Worker {
  // Next puts this constant in when it bundles. It finds the worker by the literal address below,
  // and only when the options are written out too: with a variable the worker stays unbundled and
  // no thread starts (16.4.5).
  // biome-ignore lint/style/noProcessEnv: a constant of the bundler
  if (process.env.NEXT_RUNTIME === "nodejs") {
    return new Worker(new URL("./worker.ts", import.meta.url), { workerData, resourceLimits });
  }
  return new Worker(new URL("./worker-from-source.mjs", import.meta.url), { workerData, resourceLimits });
}
