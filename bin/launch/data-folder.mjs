import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { databaseUser, isEnterable } from "../../db/embedded/database-user.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * The data folder: DATA_DIR, or `./data` by default. PostgreSQL refuses to run as root and
 * therefore runs as `nobody`, who cannot enter a clone below a home of mode 0700; the data is then
 * stored below /var/lib, in a folder named after the clone's real path.
 * @param {{ dataDir?: string | undefined, databaseUrl?: string | undefined }} settings
 * @param {string} root the clone
 * @returns {string} an absolute path; nothing is created yet
 */
export function dataFolder(settings, root) {
  if (settings.dataDir) return path.resolve(root, settings.dataDir);
  const beside = path.join(root, "data");
  if (settings.databaseUrl || isEnterable(root, databaseUser(path.join(beside, "postgres")))) return beside;
  const name = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 12);
  return path.join("/var/lib/asean-activity-tracker", name);
}

/**
 * Creates the folder and checks that it can be used.
 * @param {string} folder
 * @param {boolean} holdsDatabase true if the bundled PostgreSQL stores its files in it
 * @returns {string} the path with links resolved
 * @throws {Refusal} if it cannot be written, or the database's user cannot enter it
 */
export function openDataFolder(folder, holdsDatabase) {
  const isRoot = process.getuid?.() === 0;
  try {
    const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
    // 0711: `nobody` can reach its own folder but cannot list this one.
    for (let made = folder; isRoot && first && made.startsWith(first); made = path.dirname(made))
      chmodSync(made, 0o711);
    if (!statSync(folder).isDirectory()) throw new Error("it is not a folder");
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The data folder ${folder} cannot be written (${reason}); set DATA_DIR to another one.`);
  }
  const real = realpathSync(folder);
  const user = databaseUser(path.join(real, "postgres"));
  if (holdsDatabase && !isEnterable(real, user)) {
    throw new Refusal(
      `The data folder ${real} cannot be entered by user ${user.uid}, who runs the database; set DATA_DIR.`,
    );
  }
  return real;
}
