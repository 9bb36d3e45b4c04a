import { existsSync } from "node:fs";
import path from "node:path";
import { prepareDatabase } from "../../bin/launch/preparation.mjs";
import { openTemporaryDatabase } from "../../db/embedded/temporary";
import { root, siteEnv } from "./server";

/**
 * One PostgreSQL for the run; workers clone its database, which contains reference data and the
 * sample register.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(path.join(root, ".next", "BUILD_ID")))
    throw new Error("There is no production build: run npm run build.");
  const server = await openTemporaryDatabase(root);
  const plan = { loadSample: true, sampleAccountsWork: true, sampleAccountsOffered: true };
  try {
    await prepareDatabase(root, plan, siteEnv(server.url));
  } catch (error) {
    await server.stop();
    throw error;
  }
  // Workers inherit the environment.
  process.env.E2E_TEMPLATE_URL = server.url;
  return server.stop;
}
