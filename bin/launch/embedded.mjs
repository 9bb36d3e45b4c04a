import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keptSecret, randomSecret } from "./secrets.mjs";
import { root } from "./settings.mjs";

/**
 * Opens the bundled PostgreSQL in a data folder that this process has claimed.
 * @param {string} dataDir
 * @param {(message: string) => void} [onRestart]
 */
export async function openEmbedded(dataDir, onRestart) {
  const { hasCluster, openEmbeddedDatabase } = await embeddedModule();
  const password = keptSecret(dataDir, "database-password", randomSecret);
  // Recorded until the database has been filled, so that an interrupted first start is repeated as
  // a first start.
  const mark = firstStartMark(dataDir);
  if (!hasCluster(dataDir)) writeFileSync(mark, "", { mode: 0o600 });
  const database = await openEmbeddedDatabase({ root, dataDir, password, ...(onRestart && { onRestart }) });
  return {
    ...database,
    isFirstStart: existsSync(mark),
    finishFirstStart: () => rmSync(mark, { force: true }),
  };
}

/**
 * The database of a site that another process runs on this data folder; undefined until it has been
 * filled.
 * @param {string} dataDir
 */
export async function runningEmbedded(dataDir) {
  const { findRunningDatabase } = await embeddedModule();
  if (existsSync(firstStartMark(dataDir))) return undefined;
  return findRunningDatabase(dataDir, keptSecret(dataDir, "database-password", randomSecret));
}

/** @param {string} dataDir */
function firstStartMark(dataDir) {
  return path.join(dataDir, "first-start");
}

/**
 * Loads TypeScript into this process, which requires the installed packages.
 * @returns {Promise<typeof import("../../db/embedded/open")>}
 */
async function embeddedModule() {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport("../../db/embedded/open.ts", import.meta.url);
}
