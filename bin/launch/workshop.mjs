import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ensureBuilt, isBuilt } from "./build.mjs";
import { ensureInstalled, isInstalled } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { say } from "./step.mjs";

/**
 * Installs and builds whatever is missing or outdated, in one process at a time, because several
 * may be started in one clone at once.
 * @param {string} root the clone
 * @param {{ withBuild: boolean, signal?: AbortSignal }} wanted
 */
export async function readyClone(root, { withBuild, signal }) {
  const isReady = () => isInstalled(root) && (!withBuild || isBuilt(root));
  if (isReady()) return;
  const folder = path.join(root, "data");
  mkdirSync(folder, { recursive: true });
  let isToldToWait = false;
  for (;;) {
    const lock = takeLock(path.join(folder, "build.lock"), { purpose: "install and build" });
    if ("release" in lock) {
      try {
        await ensureInstalled(root, signal);
        if (withBuild) await ensureBuilt(root, signal);
        return;
      } finally {
        lock.release();
      }
    }
    if (!isToldToWait) say(`  Waiting for process ${lock.holder.pid}, which installs and builds …\n`);
    isToldToWait = true;
    await delay(500, undefined, signal ? { signal } : {});
  }
}
