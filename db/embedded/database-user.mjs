import { spawnSync } from "node:child_process";
import { existsSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";

/**
 * A user of the operating system.
 * @typedef {{ uid: number, gid: number }} User
 */

/** Every Linux has this number, and it owns nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Whom root hands PostgreSQL to, which refuses to run as root: the owner of an existing cluster, so
 * that a folder made by an ordinary user stays theirs, else `nobody`.
 * @param {string} cluster PostgreSQL's data folder; need not exist
 * @returns {User}
 */
export function databaseUser(cluster) {
  const owner = ownerOf(cluster);
  return owner && owner.uid !== 0 ? owner : NOBODY;
}

/**
 * @param {string} folder
 * @returns {User | undefined} nothing when there is no such folder
 */
export function ownerOf(folder) {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && { uid: stats.uid, gid: stats.gid };
}

/**
 * Whether the user whom root hands PostgreSQL to can enter a folder, asked of the system itself:
 * modes, ACLs and mounts alike. An ordinary user runs it as themselves, and can.
 * @param {string} folder
 * @param {User} [user]
 */
export function isEnterable(folder, user = NOBODY) {
  if (process.getuid?.() !== 0) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * Where tests make their data folders: TMPDIR may lie under a home that the database's user cannot
 * enter.
 * @returns {string}
 */
export function enterableTemporaryFolder() {
  const places = [tmpdir(), "/var/tmp", "/tmp"]
    .filter((place) => existsSync(place))
    .map((place) => realpathSync(place));
  return places.find((place) => isEnterable(place)) ?? tmpdir();
}
