import { parentPort, workerData } from "node:worker_threads";
import { renderReportHere } from "./render-here";
import type { WorkerInput } from "./start-worker";

/** Runs in a worker thread: receives one report, posts its bytes and ends. */
const { model, format } = workerData as WorkerInput;
const bytes = await renderReportHere(model, format);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
