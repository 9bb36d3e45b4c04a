import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { databasePool } from "@/db/client";
import { anchorStates } from "../audit-anchor";

type Served = { route: string; method: string; status: number; seconds: number };

type Metrics = { registry: Registry; durations: Histogram; open: Gauge; exports: Gauge; denied: Counter };

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __metrics?: Metrics };

function metrics(): Metrics {
  shared.__metrics ??= makeMetrics();
  return shared.__metrics;
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  // Metrics of the process: memory, CPU, open files, lag of the event loop.
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: "database_pool_connections",
    help: "Connections of the pool; waiting are requests without one.",
    labelNames: ["state"],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = databasePool();
      this.set({ state: "busy" }, totalCount - idleCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "waiting" }, waitingCount);
    },
  });
  measureAnchors(registers);
  return {
    registry,
    durations: new Histogram({
      name: "http_request_duration_seconds",
      help: "Requests by route, method and class of status, from their head to the end of the answer.",
      labelNames: ["route", "method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
      registers,
    }),
    open: new Gauge({ name: "http_requests_in_progress", help: "Requests that are being served.", registers }),
    exports: new Gauge({ name: "exports_in_progress", help: "Files that are being made.", registers }),
    denied: new Counter({
      name: "denied_acts_total",
      help: "Acts that were denied to signed-in people and their programs.",
      labelNames: ["permission", "role"],
      registers,
    }),
  };
}

/** Whether the anchors outside the database follow the audit log. */
function measureAnchors(registers: Registry[]): void {
  new Gauge({
    name: "audit_anchor_row",
    help: "The row of the audit log that is kept outside the database.",
    labelNames: ["place"],
    registers,
    collect() {
      for (const { place, seq } of anchorStates()) this.set({ place }, seq);
    },
  });
  new Gauge({
    name: "audit_anchor_failing",
    help: "1 where the end of the audit log cannot be kept, or what is kept there disagrees with the log.",
    labelNames: ["place"],
    registers,
    collect() {
      for (const { place, isFailing } of anchorStates()) this.set({ place }, Number(isFailing));
    },
  });
}

const isExport = (route: string) => route.endsWith("/export");

/** Counts a request that begins. */
export function countBegun(route: string): void {
  metrics().open.inc();
  if (isExport(route)) metrics().exports.inc();
}

/** Counts a request that has ended, completely or broken off. */
export function countServed({ route, method, status, seconds }: Served): void {
  const { open, exports, durations } = metrics();
  open.dec();
  if (isExport(route)) exports.dec();
  durations.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
}

/** Counts an act that the person's role does not permit. */
export function countDenied(permission: string, role: string): void {
  metrics().denied.inc({ permission, role });
}

/** All metrics, in the text format of Prometheus. */
export async function measures(): Promise<{ text: string; type: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), type: registry.contentType };
}
