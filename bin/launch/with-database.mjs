import { setTimeout as delay } from "node:timers/promises";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { childEnv } from "./child-env.mjs";
import { dataFolder, openDataFolder } from "./data-folder.mjs";
import { openEmbedded, runningEmbedded } from "./embedded.mjs";
import { lockFile } from "./hold-data.mjs";
import { takeLock } from "./lock.mjs";
import { keptSecret, randomSecret } from "./secrets.mjs";
import { loadEnvFile, readSettings, root } from "./settings.mjs";

const PATIENCE_S = 60;

/**
 * @typedef {object} Wanted
 * @property {boolean} [fillsDatabase] true if the command replaces the content of the database: no
 *   site may run on it, and the next start does not count as the first
 */

/**
 * Runs an operator's command in the environment of the site: with DATABASE_URL, with the bundled
 * PostgreSQL of a running site, or with one started only for the command.
 * @param {string} purpose shown to a process that needs the same data meanwhile
 * @param {(env: NodeJS.ProcessEnv) => Promise<boolean>} work returns true on success
 * @param {Wanted} [wanted]
 * @throws {Refusal}
 */
export async function withDatabase(purpose, work, wanted = {}) {
  loadEnvFile(root);
  const settings = readSettings(process.env);
  const isEmbedded = !settings.databaseUrl;
  const dataDir = openDataFolder(dataFolder(settings, root), isEmbedded);
  const authSecret = settings.authSecret ?? keptSecret(dataDir, "auth-secret", randomSecret);
  const run = (/** @type {string} */ databaseUrl, /** @type {string} */ siteAddress = "") => {
    const env = childEnv(process.env, settings, { dataDir, databaseUrl, authSecret, samplePassword: undefined });
    // Links printed by the command use the address of the running site, whatever the settings of
    // this shell.
    return work({ ...env, APP_ORIGIN: settings.origin ?? (siteAddress || undefined) });
  };
  if (settings.databaseUrl) await run(settings.databaseUrl);
  else await withEmbedded(dataDir, purpose, run, wanted);
}

/**
 * @param {string} dataDir
 * @param {string} purpose
 * @param {(databaseUrl: string, siteAddress?: string) => Promise<boolean>} run
 * @param {Wanted} wanted
 */
async function withEmbedded(dataDir, purpose, run, { fillsDatabase = false }) {
  for (const end = Date.now() + PATIENCE_S * 1000; ; await delay(200)) {
    const lock = takeLock(lockFile(dataDir), { purpose });
    if ("release" in lock) {
      try {
        const database = await openEmbedded(dataDir);
        const isDone = await run(database.url).finally(database.stop);
        if (isDone && fillsDatabase) database.finishFirstStart();
      } finally {
        lock.release();
      }
      return;
    }
    if (lock.holder.address && fillsDatabase) {
      throw new Refusal(`The site runs at ${lock.holder.address}, process ${lock.holder.pid}: stop it first.`);
    }
    // Only a site's database is shared: another command would close its database when it ends.
    const url = lock.holder.address ? await runningEmbedded(dataDir) : undefined;
    if (url) {
      await run(url, lock.holder.address);
      return;
    }
    if (Date.now() > end)
      throw new Refusal(`${dataDir} is in use by ${lock.holder.purpose}, process ${lock.holder.pid}.`);
  }
}
