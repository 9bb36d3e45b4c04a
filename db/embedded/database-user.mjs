import { spawnSync } from "node:child_process";
import { existsSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";

/**
 * A user of the operating system.
 * @typedef {{ uid: number, gid: number }} User
 */

/** The conventional number of `nobody` on Linux, which owns nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * The user that runs PostgreSQL if this process is root, because PostgreSQL refuses to run as root:
 * the owner of an existing cluster, so that a folder made by an ordinary user stays theirs, else
 * `nobody`.
 * @param {string} cluster PostgreSQL's data folder; need not exist
 * @returns {User}
 */
export function databaseUser(cluster) {
  const owner = ownerOf(cluster);
  return owner && owner.uid !== 0 ? owner : NOBODY;
}

/**
 * @param {string} folder
 * @returns {User | undefined} undefined if the folder does not exist
 */
export function ownerOf(folder) {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && { uid: stats.uid, gid: stats.gid };
}

/**
 * True if the user that runs PostgreSQL can enter a folder. The system itself is asked, so that
 * modes, ACLs and mounts all count. Always true if this process is not root: PostgreSQL then runs
 * as the same user.
 * @param {string} folder
 * @param {User} [user]
 */
export function isEnterable(folder, user = NOBODY) {
  if (process.getuid?.() !== 0) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * The parent of tests' data folders; TMPDIR may be below a home folder that the database's user
 * cannot enter.
 * @returns {string}
 */
export function enterableTemporaryFolder() {
  const places = [tmpdir(), "/var/tmp", "/tmp"]
    .filter((place) => existsSync(place))
    .map((place) => realpathSync(place));
  return places.find((place) => isEnterable(place)) ?? tmpdir();
}
