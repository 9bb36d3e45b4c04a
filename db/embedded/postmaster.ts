import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

export type Postmaster = { pid: number; port: number; isReady: boolean };

/**
 * The running server of a cluster, from its `postmaster.pid` (line 1 process, 4 port, 8 state). A
 * file left by a killed server is ignored: its process number may belong to a zombie or to another
 * program.
 */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = read(path.join(cluster, "postmaster.pid"))?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !isServerOf(cluster, pid)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/**
 * Removes the lock file of a dead server. PostgreSQL itself would refuse to start if the number
 * belongs to a zombie or to another program of the same user. Its shared-memory check still detects
 * surviving child processes.
 */
export function clearStalePidFile(cluster: string): void {
  if (process.platform === "win32" || runningPostmaster(cluster)) return;
  rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}

/**
 * Checks the command line and not only whether the process exists: stopping another program would
 * be worse than not starting.
 */
function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform === "win32") return isAlive(pid);
  if (process.platform === "linux") {
    // Empty for a zombie.
    const words = read(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
    return words[words.indexOf("-D") + 1] === cluster;
  }
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(
      ` -D ${cluster} `,
    );
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
