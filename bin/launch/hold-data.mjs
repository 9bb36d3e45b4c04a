import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { lockHolder, takeLock } from "./lock.mjs";

/**
 * Claims a data folder for this process, until the returned function is called or the process ends.
 * @param {string} dataDir
 * @param {{ purpose: string, address?: string }} about
 * @returns {() => void} releases the folder
 * @throws {Refusal} if a running process has claimed it
 */
export function holdData(dataDir, about) {
  const lock = takeLock(lockFile(dataDir), about);
  if ("release" in lock) return lock.release;
  throw new Refusal(inUse(dataDir, lock.holder));
}

/**
 * Makes the same check without claiming the folder, before the first file is created.
 * @param {string} dataDir
 * @throws {Refusal}
 */
export function refuseSecondUse(dataDir) {
  const holder = lockHolder(lockFile(dataDir));
  if (holder) throw new Refusal(inUse(dataDir, holder));
}

/** @param {string} dataDir */
export function lockFile(dataDir) {
  return path.join(dataDir, "lock");
}

/**
 * @param {string} dataDir
 * @param {import("./lock.mjs").Holder} holder
 */
function inUse(dataDir, { purpose, pid, address }) {
  const where = address ? ` at ${address}` : "";
  return `Already running on this data: ${purpose}, process ${pid}${where} (${dataDir}). A second site needs its own DATA_DIR and PORT.`;
}
