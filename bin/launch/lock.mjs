import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * The holder of a lock file. `born` distinguishes it from a later process with the same number.
 * @typedef {{ pid: number, born: string, purpose: string, address?: string }} Holder
 */

/**
 * Takes a lock that ends with its process: the file of a killed process is recognised as stale and
 * taken over.
 * @param {string} file
 * @param {{ purpose: string, address?: string }} about shown to the process that finds the lock
 *   taken
 * @returns {{ release: () => void } | { holder: Holder }} the running holder if there is one
 */
export function takeLock(file, about) {
  const own = { pid: process.pid, born: bornAt(process.pid), ...about };
  const unique = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(unique, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link is created atomically, and never over an existing file.
        linkSync(unique, file);
        return { release: () => releaseLock(file, own) };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      }
      const holder = lockHolder(file);
      if (holder) return { holder };
      removeStale(file, `${unique}.stale`);
    }
  } finally {
    rmSync(unique, { force: true });
  }
}

/**
 * The running process that holds the lock.
 * @param {string} file
 * @returns {Holder | undefined}
 */
export function lockHolder(file) {
  try {
    /** @type {Holder} */
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return holder.born === bornAt(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Two processes may find the same stale file; the file that the slower one moves aside may be the
 * new lock of the faster one.
 * @param {string} file
 * @param {string} aside
 */
function removeStale(file, aside) {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (lockHolder(aside)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {Holder} own
 */
function releaseLock(file, own) {
  const holder = lockHolder(file);
  if (holder?.pid === own.pid && holder.born === own.born) rmSync(file, { force: true });
}

/**
 * Start time of a process as a text for comparison; "" if there is no such process, or it is a
 * zombie.
 * @param {number} pid
 */
function bornAt(pid) {
  if (process.platform === "linux") {
    try {
      // Fields after the bracketed name, which may contain spaces: 1 = state, 20 = start in ticks
      // since boot.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? "" : `${fields[19]} ${boot()}`;
    } catch {
      return "";
    }
  }
  try {
    if (process.platform === "win32") return process.kill(pid, 0) ? "alive" : "";
    // In a fixed language and time zone, so that two processes read the same text.
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env }).trim();
  } catch {
    return "";
  }
}

function boot() {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
