import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { writeBackup } from "@/db/backup/write-backup";
import { env } from "@/env";
import { folderOfCaller, parseBackupArgs } from "./backup-args";
import { fail } from "./fail";

/**
 * `npm run backup -- FILE`: writes the whole current register to a file, with or without a running
 * site.
 */
async function run(args: string[]): Promise<void> {
  const { file, isForced } = parseBackupArgs("backup", args, folderOfCaller());
  const { version } = JSON.parse(readFileSync(path.resolve("package.json"), "utf8"));
  const migrationsFolder = path.resolve("db/migrations");
  const { tables } = await writeBackup({ url: env().DATABASE_URL, file, isForced, product: version, migrationsFolder });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${rows} rows of ${tables.length} tables, ${statSync(file).size} bytes: ${file}\n`);
}

await run(process.argv.slice(2)).catch(fail);
