import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Who holds a lock file. `born` tells a living holder from a later process with the same number.
 * @typedef {{ pid: number, born: string, purpose: string, address?: string }} Holder
 */

/**
 * Takes a lock that dies with its process: a killed run's file is recognised and taken over.
 * @param {string} file
 * @param {{ purpose: string, address?: string }} about shown to whoever comes second
 * @returns {{ release: () => void } | { holder: Holder }} the living holder if there is one
 */
export function takeLock(file, about) {
  const own = { pid: process.pid, born: bornAt(process.pid), ...about };
  const unique = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(unique, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, and never over an existing file.
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
 * The living process that holds the lock.
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
 * Two processes may find the same stale file; what the slower one moves away may be the faster
 * one's new lock.
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
 * When a process began, as a text to compare; "" for none. A zombie is none.
 * @param {number} pid
 */
function bornAt(pid) {
  if (process.platform === "linux") {
    try {
      // Fields after the name in brackets, which may hold spaces: 1 = state, 20 = start in ticks
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
    // In words and a time zone that do not depend on who asks: two processes must read the same.
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env }).trim();
  } catch {
    return "";
  }
}

function boot() {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
