import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { clearStalePidFile, runningPostmaster } from "./postmaster";
import { Refusal } from "./refusal.mjs";

export type Running = { child: ChildProcess; port: number; exited: Promise<void> };

type Starting = {
  cluster: string;
  account: Account;
  binaries: Binaries;
  logFile: string;
  isThrowaway: boolean;
  /** The port to reuse after a crash; if absent, a free one is chosen. */
  port?: number;
  /** Checked between two attempts; if absent, attempts continue. */
  isWanted?: () => boolean;
};

/** Without autovacuum: a test's database cannot be dropped while autovacuum works in it. */
const throwaway = { fsync: "off", full_page_writes: "off", max_connections: "200", autovacuum: "off" };

/** Includes the recovery of a long write-ahead log after a crash. */
const START_S = 120;
const STOP_S = 20;

/**
 * Starts PostgreSQL on a loopback port, after stopping a server that a killed run left behind.
 * @throws Refusal with the last line of the server's log if it does not start
 */
export async function startServer(starting: Starting): Promise<Running> {
  await stopServer(starting.cluster, starting.binaries, starting.account);
  // Backends of a killed server may use its shared memory for a moment longer, and a free port may
  // be taken meanwhile.
  for (let attempt = 1; ; attempt += 1) {
    clearStalePidFile(starting.cluster);
    const running = await attemptStart(starting);
    if (running) return running;
    const isWanted = starting.isWanted?.() ?? true;
    if (attempt === 20 || !isWanted)
      throw new Refusal(`The bundled PostgreSQL did not start: ${lastLine(starting.logFile)}`);
    await delay(250);
  }
}

async function attemptStart(starting: Starting): Promise<Running | undefined> {
  const { cluster, account, binaries, logFile, isThrowaway } = starting;
  const port = starting.port ?? (await freePort());
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // Test data lives for minutes; the register's data is on the disk before a commit is
    // acknowledged.
    ...(isThrowaway ? throwaway : { fsync: "on" }),
  };
  const args = ["-D", cluster, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
  const log = openSync(logFile, "a", 0o600);
  // A separate process group: Ctrl-C in the terminal must not reach the server before the
  // application has disconnected.
  const child = spawn(binaries.postgres, args, { ...account, cwd: "/", detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  let isOver = false;
  const exited = new Promise<void>((resolve) => {
    const over = () => {
      isOver = true;
      resolve();
    };
    child.once("exit", over).once("error", over);
  });
  const end = Date.now() + START_S * 1000;
  while (!isOver && Date.now() < end) {
    const postmaster = runningPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster?.isReady) return { child, port, exited };
    await Promise.race([exited, delay(20)]);
  }
  if (isOver) return undefined;
  child.kill("SIGQUIT");
  throw new Refusal(`The bundled PostgreSQL was not ready within ${START_S} s; its log is ${logFile}.`);
}

/**
 * Stops the server of the cluster, if one runs: open transactions are rolled back, acknowledged
 * data is written. Returns when the process has ended.
 */
export async function stopServer(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const postmaster = runningPostmaster(cluster);
  if (!postmaster) return;
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-m", "fast", "-w", "-D", cluster], { ...account, stdio: "ignore" });
    return;
  }
  // SIGINT = fast shutdown; SIGQUIT = immediate, which the next start recovers from the write-ahead
  // log.
  for (const [signal, seconds] of [
    ["SIGINT", STOP_S],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    signalProcess(postmaster.pid, signal);
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      if (runningPostmaster(cluster)?.pid !== postmaster.pid) return;
      await delay(20);
    }
  }
  throw new Refusal(`A PostgreSQL server (process ${postmaster.pid}) still holds ${cluster} and cannot be stopped.`);
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // The process has ended since it was looked up.
  }
}

/** A port of the loopback interface that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function lastLine(logFile: string): string {
  return readFileSync(logFile, "utf8").trim().split("\n").at(-1) ?? "no word in its log";
}
