import { readdirSync, readFileSync } from "node:fs";
import { memoryOf } from "../hammer";

export type Sample = { memory: number; files: number };

/** Samples memory in MB and open files of a process at intervals. Linux only. */
export function watch(pid: number, everyMs = 2_000): { samples: Sample[]; stop: () => void } {
  const samples: Sample[] = [];
  const take = () => {
    samples.push({ memory: memoryOf(pid).now, files: readdirSync(`/proc/${pid}/fd`).length });
  };
  const timer = setInterval(take, everyMs);
  return { samples, stop: () => clearInterval(timer) };
}

/** The mean of the samples between these shares of the list. */
export function meanOf(samples: readonly Sample[], what: keyof Sample, from: number, to: number): number {
  const part = samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to));
  return part.reduce((sum, sample) => sum + sample[what], 0) / Math.max(1, part.length);
}

/** The 99th percentile of the event loop's lag since the last call, in milliseconds. */
export async function loopLag(url: string): Promise<number> {
  const text = await fetch(`${url}/metrics`).then((answer) => answer.text());
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1]) * 1_000;
}

export type LogFaults = { lines: number; notJson: string[]; withoutNumber: number; told: string[] };

/**
 * Faults in a log: lines that are not JSON, requests without a number, and values that it must not
 * contain.
 */
export function readLog(file: string, secrets: Readonly<Record<string, string>>): LogFaults {
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  // Skips the output of Next during its start, before the site logs.
  const first = lines.findIndex((line) => line.startsWith("{"));
  const faults: LogFaults = { lines: lines.length - first, notJson: [], withoutNumber: 0, told: [] };
  for (const line of lines.slice(Math.max(0, first))) {
    try {
      const { event, requestId = "none" } = JSON.parse(line) as { event?: string; requestId?: string };
      if (event === "request" && !/^[0-9a-f-]{36}$/.test(requestId)) faults.withoutNumber += 1;
    } catch {
      faults.notJson.push(line);
    }
  }
  faults.told = Object.keys(secrets).filter((name) => text.includes(secrets[name] ?? ""));
  return faults;
}
