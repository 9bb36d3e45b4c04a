import { openEmbeddedDatabase } from "./open";

/**
 * A process for `open.data.test.ts` to kill: opens the database of its arguments and prints its
 * address.
 */
const [root = "", dataDir = "", password = ""] = process.argv.slice(2);
const { url } = await openEmbeddedDatabase({ root, dataDir, password });
process.stdout.write(`${url}\n`);
