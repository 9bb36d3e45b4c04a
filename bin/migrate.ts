import path from "node:path";
import { migrate } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference/index";
import { env } from "@/env";
import { fail } from "./fail";
import { keepEnd } from "./keep-end";

/**
 * `npm run migrate`: updates schema and reference data to this version, without starting the site.
 */
async function run(): Promise<void> {
  await migrate(env().DATABASE_URL, path.resolve("db/migrations"), async (db) => {
    await seedReference(db, {});
    await keepEnd(db);
  });
  process.stdout.write("The database is up to date.\n");
}

await run().catch(fail);
