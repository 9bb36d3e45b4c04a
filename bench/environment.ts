import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import path from "node:path";
import { prepareDatabase } from "../bin/launch/preparation.mjs";
import { type Site, serve } from "../bin/serve";
import { openTemporaryDatabase } from "../db/embedded/temporary";
import { root, siteEnv, type TestSite } from "../e2e/support/server";

/** A separate database with the sample register; removed at the end. */
export type BenchEnvironment = { databaseUrl: string; authSecret: string; stop: () => Promise<void> };

/** @throws Error if the site has not been built */
export async function openBenchEnvironment(): Promise<BenchEnvironment> {
  if (!existsSync(path.join(root, ".next", "BUILD_ID"))) throw new Error("There is no build yet: run npm run build.");
  const database = await openTemporaryDatabase(root);
  const plan = { loadSample: true, sampleAccountsWork: true, sampleAccountsOffered: true };
  const authSecret = randomBytes(32).toString("base64url");
  await prepareDatabase(root, plan, siteEnv(database.url, authSecret));
  return { databaseUrl: database.url, authSecret, stop: database.stop };
}

type Opening = { port: number; origin: string; env?: Record<string, string>; logFile?: string };

/**
 * One process of the site on that database.
 * @param origin the public address, such as a proxy's
 * @param logFile receives the output; discarded by default
 */
export function openSite(
  environment: BenchEnvironment,
  { port, origin, env = {}, logFile = "/dev/null" }: Opening,
): Site {
  const output = openSync(logFile, "a");
  const settings = { ...siteEnv(environment.databaseUrl, environment.authSecret), APP_ORIGIN: origin, ...env };
  const site = serve({ root, host: "127.0.0.1", port, env: settings, output });
  closeSync(output);
  return site;
}

/** The site in the form that the helpers of the end-to-end tests expect. */
export function asTestSite(environment: Pick<BenchEnvironment, "databaseUrl" | "authSecret">, url: string): TestSite {
  return { ...environment, url, logFile: "" };
}
