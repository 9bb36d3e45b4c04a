import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

export type Target = {
  name: string;
  url: string;
  /** The process that serves it, whose CPU time is measured. */
  pid: number;
  headers?: Record<string, string>;
};

export type Measured = { times: number[]; bytes: number; cpuMs: number; seconds: number };

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** CPU time used by a process, in milliseconds. Linux only. */
export function cpuOf(pid: number): number {
  // Fields after the name in brackets, which may contain spaces: 11 and 12 = user and system time.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1_000;
}

/** Present and peak memory of a process, in MB. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/**
 * One request with compression, as a browser sends it.
 * @throws Error if the status is not 200
 */
export function fetchOnce({ url, headers }: Pick<Target, "url" | "headers">): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { "accept-encoding": "gzip", ...headers } }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} got ${response.statusCode}`));
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Sends requests with this concurrency for this time, and adds the results to earlier ones. */
export async function hammer(target: Target, seconds: number, atOnce: number, into: Measured): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  const cpu = cpuOf(target.pid);
  const began = performance.now();
  const ask = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      into.bytes = await fetchOnce(target);
      into.times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  into.seconds += (performance.now() - began) / 1_000;
  into.cpuMs += cpuOf(target.pid) - cpu;
}

/**
 * Sends requests until the process has compiled its code, so that cold and warm code are not
 * compared.
 */
export async function warmUp(target: Target, atOnce: number): Promise<void> {
  const measured = nothingYet();
  while (measured.times.length < 100 && measured.seconds < 10) await hammer(target, 1, atOnce, measured);
}

export const nothingYet = (): Measured => ({ times: [], bytes: 0, cpuMs: 0, seconds: 0 });

/**
 * Sends requests one after the other.
 * @returns the times in milliseconds
 */
export async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}
