import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { serve } from "../../bin/serve";
import { freePort } from "../../db/embedded/server";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The password of the sample accounts in the tests' template. */
export const samplePassword = "reading-glasses-on-the-shelf";

export type TestSite = {
  /** Origin of the site, such as http://127.0.0.1:41234. */
  url: string;
  /** The site's own database: reference data, sample register, sample accounts. */
  databaseUrl: string;
  /** The site's key, with which a test makes a session cookie (e2e/support/session.ts). */
  authSecret: string;
  /** The file of the site's log. */
  logFile: string;
};

/** Settings of the site under test; the environment of the person who runs the tests is ignored. */
export function siteEnv(databaseUrl: string, authSecret = newSecret()): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "SystemRoot", "TZ"];
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    EMBEDDED_DATABASE: "1",
    AUTH_SECRET: authSecret,
    // All sites of a run use clones of one audit log, so they share one key.
    AUDIT_KEY: "signs-the-audit-logs-of-the-sites-under-test",
    SAMPLE_PASSWORD: samplePassword,
    LOG_LEVEL: "warn",
  };
}

const newSecret = () => randomBytes(32).toString("base64url");

type Options = {
  /** Settings in addition to those of `siteEnv`. */
  env?: Record<string, string>;
  /**
   * Turns the direct address of the database into the one that the site uses: a relay that a test
   * can cut.
   */
  reach?: (databaseUrl: string) => string;
};

/**
 * A production site on a free port with its own clone of the template database.
 * @param templateUrl from the global setup
 * @param logFile receives the site's output
 */
export async function startSite(
  templateUrl: string,
  logFile: string,
  { env = {}, reach = (url) => url }: Options = {},
): Promise<TestSite & { stop: () => Promise<void> }> {
  const name = `e2e_${randomBytes(8).toString("hex")}`;
  const template = new URL(templateUrl).pathname.slice(1);
  await administer(templateUrl, `create database ${name} template ${template}`);
  const databaseUrl = withDatabase(templateUrl, name);
  mkdirSync(path.dirname(logFile), { recursive: true });
  const output = openSync(logFile, "a");
  const port = await freePort();
  const authSecret = newSecret();
  const settings = { ...siteEnv(reach(databaseUrl), authSecret), ...env };
  const site = serve({ root, host: "127.0.0.1", port, env: settings, output });
  closeSync(output);
  await site.ready;
  const stop = async () => {
    await site.stop();
    await administer(templateUrl, `drop database ${name} with (force)`);
  };
  return { url: `http://127.0.0.1:${port}`, databaseUrl, authSecret, logFile, stop };
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
