import { databaseUser, ownerOf } from "./database-user.mjs";
import { Refusal } from "./refusal.mjs";

/** The operating-system user that runs PostgreSQL; undefined = the user of this process. */
export type Account = { uid: number; gid: number } | undefined;

/**
 * @param cluster the PostgreSQL data folder; need not exist
 * @throws Refusal if the cluster belongs to another user and this process is not root
 */
export function accountFor(cluster: string): Account {
  const uid = process.getuid?.();
  if (uid === undefined) return undefined;
  if (uid === 0) return databaseUser(cluster);
  const owner = ownerOf(cluster);
  if (!owner || owner.uid === uid) return undefined;
  throw new Refusal(`The database in ${cluster} belongs to user ${owner.uid}; start as that user or as root.`);
}
