import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { enterableTemporaryFolder } from "./database-user.mjs";
import { type EmbeddedDatabase, openEmbeddedDatabase } from "./open";
import { runningPostmaster } from "./postmaster";

const PREFIX = "asean-activity-tracker-test-";

/**
 * A bundled PostgreSQL for tests, in a new folder that is removed at the end. Its role may create
 * databases, and its own database is the template to clone.
 * @param root the clone, whose node_modules contain the programs
 */
export async function openTemporaryDatabase(root: string): Promise<EmbeddedDatabase> {
  const parent = enterableTemporaryFolder();
  sweep(parent);
  const dataDir = mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  // The user that runs the server must be able to enter the folder.
  chmodSync(dataDir, 0o711);
  const discard = () => {
    killServer(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once("exit", discard);
  const password = randomBytes(16).toString("hex");
  const database = await openEmbeddedDatabase({ root, dataDir, password, isThrowaway: true });
  return {
    ...database,
    stop: async () => {
      await database.stop();
      process.off("exit", discard);
      discard();
    },
  };
}

/** Removes folders left by killed test runs. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    killServer(path.join(parent, name));
    rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function killServer(dataDir: string): void {
  const postmaster = runningPostmaster(path.join(dataDir, "postgres"));
  if (postmaster) process.kill(postmaster.pid, "SIGQUIT");
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
