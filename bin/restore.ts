import path from "node:path";
import { restoreBackup } from "@/db/backup/restore-backup";
import { env } from "@/env";
import { folderOfCaller, parseBackupArgs } from "./backup-args";
import { fail } from "./fail";

/** `npm run restore -- FILE`: fills a database with what a backup holds. */
async function run(args: string[]): Promise<void> {
  const { file, isForced } = parseBackupArgs("restore", args, folderOfCaller());
  const migrationsFolder = path.resolve("db/migrations");
  const { header, manifest } = await restoreBackup({ url: env().DATABASE_URL, file, isForced, migrationsFolder });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${rows} rows of ${manifest.tables.length} tables are back, as of ${header.takenAt}.\n`);
}

await run(process.argv.slice(2)).catch(fail);
