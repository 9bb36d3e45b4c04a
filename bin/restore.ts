import path from "node:path";
import { findAnchors, setAnchorsAside } from "@/db/audit-anchor/find";
import { type AnchorPlace, anchorPlaces } from "@/db/audit-anchor/places";
import type { AuditMark } from "@/db/audit-head";
import { restoreBackup } from "@/db/backup/restore-backup";
import { createDatabase } from "@/db/client";
import { env } from "@/env";
import { folderOfCaller, parseBackupArgs } from "./backup-args";
import { fail } from "./fail";
import { keepEnd } from "./keep-end";

/** `npm run restore -- FILE`: fills a database from a backup. */
async function run(args: string[]): Promise<void> {
  const { file, isForced } = parseBackupArgs("restore", args, folderOfCaller());
  const url = env().DATABASE_URL;
  const places = anchorPlaces("command");
  const { header, manifest } = await restoreBackup({
    url,
    file,
    isForced,
    migrationsFolder: path.resolve("db/migrations"),
    keptEnd: await newestKept(places),
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${rows} rows of ${manifest.tables.length} tables are back, as of ${header.takenAt}.\n`);
  await beginAnchors(url, places);
}

/** The newest end of this database's log that is stored outside it. The backup may be older. */
async function newestKept(places: readonly AnchorPlace[]): Promise<AuditMark | null> {
  const { anchors } = await findAnchors(places);
  const own = anchors.filter(({ database }) => places.some((place) => place.database === database));
  return own.sort((a, b) => b.seq - a.seq)[0] ?? null;
}

/** Sets aside the stored ends of the replaced log, and stores the end of the restored one. */
async function beginAnchors(url: string, places: readonly AnchorPlace[]): Promise<void> {
  const { moved, left } = await setAnchorsAside(places, new Date());
  for (const { from, to } of moved)
    process.stdout.write(`Kept of the audit log before, set aside: ${from} is now ${to}\n`);
  for (const { file, reason } of left) process.stderr.write(`${file} could not be set aside: ${reason}.\n`);
  const { db, pool } = createDatabase(url, 1);
  await keepEnd(db).finally(() => pool.end());
}

await run(process.argv.slice(2)).catch(fail);
