import { statSync } from "node:fs";
import { Refusal } from "./refusal.mjs";

/** The operating-system user that runs PostgreSQL: undefined = whoever runs this process. */
export type Account = { uid: number; gid: number } | undefined;

/** `nobody`: PostgreSQL refuses to run as root, and every Linux has this number. */
const NOBODY = 65_534;

/**
 * Root hands the server to another user: the owner of an existing cluster, so that a folder made by an ordinary
 * user stays theirs, else `nobody`. An ordinary user runs it as themselves.
 * @param cluster the PostgreSQL data folder; need not exist
 * @throws Refusal when the cluster belongs to somebody else and this process is not root
 */
export function accountFor(cluster: string): Account {
  const uid = process.getuid?.();
  if (uid === undefined) return undefined;
  const owner = ownerOf(cluster);
  if (uid !== 0) {
    if (owner && owner.uid !== uid) {
      throw new Refusal(`The database in ${cluster} belongs to user ${owner.uid}; start as that user or as root.`);
    }
    return undefined;
  }
  return owner && owner.uid !== 0 ? owner : { uid: NOBODY, gid: NOBODY };
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && { uid: stats.uid, gid: stats.gid };
}
