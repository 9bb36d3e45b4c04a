import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";

const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Where data lies: DATA_DIR, else `./data`. PostgreSQL refuses to run as root and is handed to `nobody`, who cannot enter
 * a clone under a home of mode 0700; the data then lies under /var/lib, in a folder named after the clone's real path.
 * @param {{ dataDir?: string | undefined, databaseUrl?: string | undefined }} settings
 * @param {string} root the clone
 * @returns {string} an absolute path; nothing is made yet
 */
export function dataFolder(settings, root) {
  if (settings.dataDir) return path.resolve(root, settings.dataDir);
  const beside = path.join(root, "data");
  if (settings.databaseUrl || isEnterable(root, databaseUser(beside))) return beside;
  const name = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 12);
  return path.join("/var/lib/asean-activity-tracker", name);
}

/**
 * Makes the folder and proves that it can be used.
 * @param {string} folder
 * @param {boolean} holdsDatabase whether the bundled PostgreSQL keeps its files in it
 * @returns {string} the path without links
 * @throws {Refusal} when it cannot be written, or the database's user cannot enter it
 */
export function openDataFolder(folder, holdsDatabase) {
  const isRoot = process.getuid?.() === 0;
  try {
    const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
    // 0711: `nobody` may pass through to its own folder, and list nothing.
    for (let made = folder; isRoot && first && made.startsWith(first); made = path.dirname(made))
      chmodSync(made, 0o711);
    if (!statSync(folder).isDirectory()) throw new Error("it is not a folder");
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The data folder ${folder} cannot be written (${reason}); set DATA_DIR to another one.`);
  }
  const real = realpathSync(folder);
  const user = databaseUser(real);
  if (holdsDatabase && !isEnterable(real, user)) {
    throw new Refusal(
      `The data folder ${real} cannot be entered by user ${user.uid}, who runs the database; set DATA_DIR.`,
    );
  }
  return real;
}

/**
 * Whom root hands the database to: the owner of an existing one, so that an ordinary user's stays theirs, else `nobody`.
 * @param {string} folder the data folder
 */
function databaseUser(folder) {
  const owner = statSync(path.join(folder, "postgres"), { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/**
 * Asked of the system itself: modes, ACLs and mounts alike.
 * @param {string} folder
 * @param {{ uid: number, gid: number }} user
 */
function isEnterable(folder, user) {
  if (process.getuid?.() !== 0) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}
