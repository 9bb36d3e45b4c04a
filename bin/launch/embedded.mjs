import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keptSecret, randomSecret } from "./secrets.mjs";
import { root } from "./settings.mjs";

/**
 * Opens the bundled PostgreSQL of a data folder that this process holds.
 * @param {string} dataDir
 * @param {(message: string) => void} [onRestart]
 */
export async function openEmbedded(dataDir, onRestart) {
  const { hasCluster, openEmbeddedDatabase } = await embeddedModule();
  const password = keptSecret(dataDir, "database-password", randomSecret);
  // Noted before the database exists and until it is filled: a first start that was cut short is
  // one again.
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
 * The database of a site that another process runs on this data folder; nothing until it is filled
 * and ready.
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
 * TypeScript in this process; possible only when the packages are there.
 * @returns {Promise<typeof import("../../db/embedded/open")>}
 */
async function embeddedModule() {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport("../../db/embedded/open.ts", import.meta.url);
}
