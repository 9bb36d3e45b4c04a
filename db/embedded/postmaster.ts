import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

export type Postmaster = { pid: number; port: number; isReady: boolean };

/**
 * The server that holds a cluster, from its `postmaster.pid` (line 1 the process, 4 the port, 8 the
 * state). A file left by a killed server is not one: its number may be a zombie's, or by now
 * another program's.
 */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = read(path.join(cluster, "postmaster.pid"))?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !isServerOf(cluster, pid)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/**
 * Removes the lock file of a dead server, which PostgreSQL itself would obey when its number is a
 * zombie's or was given to another program of the same user. Surviving children are still caught by
 * PostgreSQL's shared-memory check.
 */
export function clearStalePidFile(cluster: string): void {
  if (process.platform === "win32" || runningPostmaster(cluster)) return;
  rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}

/**
 * Asks for the command line, not only for life: stopping somebody else's program would be worse
 * than not starting.
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
