import path from "node:path";
import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference/index";
import { env } from "@/env";
import { systemContext } from "@/server/context";
import { addUserByLink } from "./add-user";
import { fail } from "./fail";
import { keepEnd } from "./keep-end";
import { parseUserArgs } from "./user-args";

/** Creates an account without a password. The printed link sets one, once. */
async function run(args: string[]): Promise<void> {
  const user = parseUserArgs(args);
  const { DATABASE_URL } = env();
  // The first administrator may be created before the first start of the site.
  await migrate(DATABASE_URL, path.resolve("db/migrations"), (db) => seedReference(db, {}));
  const { db, pool } = createDatabase(DATABASE_URL, 1);
  try {
    const { link } = await addUserByLink(systemContext(db, "npm run user"), user);
    process.stdout.write(`${user.email} can set a password, once, at:\n${link}\n`);
    await keepEnd(db);
  } finally {
    await pool.end();
  }
}

await run(process.argv.slice(2)).catch(fail);
