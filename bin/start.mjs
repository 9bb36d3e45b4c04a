import { Refusal } from "../db/embedded/refusal.mjs";
import { childEnv } from "./launch/child-env.mjs";
import { dataFolder, openDataFolder } from "./launch/data-folder.mjs";
import { openEmbedded } from "./launch/embedded.mjs";
import { fail } from "./launch/fail.mjs";
import { holdData, refuseSecondUse } from "./launch/hold-data.mjs";
import { claimPort } from "./launch/port.mjs";
import { prepareDatabase } from "./launch/preparation.mjs";
import { addressOf, report } from "./launch/report.mjs";
import { keptSecret, randomPassword, randomSecret } from "./launch/secrets.mjs";
import { loadEnvFile, readSettings, requireNode, root } from "./launch/settings.mjs";
import { say } from "./launch/step.mjs";
import { readyClone } from "./launch/workshop.mjs";

const isDevelopment = process.argv.includes("--dev");
const stopping = new AbortController();
const { signal } = stopping;
/** Clean-up functions, run at the end in reverse order. @type {(() => unknown)[]} */
const undo = [];

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  // Ctrl-C arrives twice, from the terminal and from npm; the second is ignored.
  process.on(name, () => stopping.abort(new Error(name)));
}

try {
  await start();
} catch (error) {
  if (signal.aborted) process.exitCode = 130;
  else fail(error);
} finally {
  for (const step of undo.reverse()) await step();
}
process.exit();

/**
 * Returns if the site was stopped on request after it had been ready; throws if it was never ready
 * or ended by itself.
 */
async function start() {
  requireNode();
  loadEnvFile(root);
  const settings = readSettings(process.env);
  const isEmbedded = !settings.databaseUrl;
  const folder = dataFolder(settings, root);
  if (isEmbedded) refuseSecondUse(folder);
  const port = await claimPort(settings.host, settings.port);
  const address = settings.origin ?? addressOf(settings.host, port);
  const dataDir = openDataFolder(folder, isEmbedded);
  if (isEmbedded) undo.push(holdData(dataDir, { purpose: "npm start", address }));
  const authSecret = settings.authSecret ?? keptSecret(dataDir, "auth-secret", randomSecret);

  say("ASEAN Activity Tracker\n");
  await readyClone(root, { withBuild: !isDevelopment, signal });
  // Another program may have taken the port during the build, so it is checked again before the
  // database is opened.
  await claimPort(settings.host, port);
  const database = await openDatabase(settings, dataDir);
  const loadSample = settings.sampleData ?? database.isFirstStart;
  const sampleAccountsWork = settings.sampleData === true || (isEmbedded && settings.isLocal);
  const sampleAccountsOffered = sampleAccountsWork && settings.isLocal;
  const samplePassword = sampleAccountsWork
    ? (settings.samplePassword ?? keptSecret(dataDir, "sample-password", randomPassword))
    : undefined;
  const env = childEnv(process.env, settings, { port, dataDir, databaseUrl: database.url, authSecret, samplePassword });
  const plan = { loadSample, sampleAccountsWork, sampleAccountsOffered };
  const { sampleAccounts: accounts, setupPath } = await prepareDatabase(root, plan, env, signal);
  database.finishFirstStart();

  const { tsImport } = await import("tsx/esm/api");
  /** @type {typeof import("./serve")} */
  const { serve } = await tsImport("./serve.ts", import.meta.url);
  const shown = { ...env, SAMPLE_PASSWORD: sampleAccountsOffered ? samplePassword : undefined };
  const site = serve({ root, host: settings.host, port, env: shown, isDevelopment });
  undo.push(site.stop);
  const asked = new Promise((resolve) => signal.addEventListener("abort", resolve));
  await Promise.race([site.ready, asked]);
  signal.throwIfAborted();
  report({
    address,
    data: database.place,
    accounts: sampleAccountsOffered ? accounts : [],
    password: samplePassword,
    setupPath,
  });
  const ended = site.exited.then((code) => {
    if (!signal.aborted) throw new Refusal(`The site ended by itself (exit code ${code}).`);
  });
  await Promise.race([asked, ended, database.lost]);
}

/**
 * The bundled PostgreSQL, or the one in DATABASE_URL.
 * @param {import("./launch/settings.mjs").Settings} settings
 * @param {string} dataDir
 */
async function openDatabase(settings, dataDir) {
  const never = new Promise(() => undefined);
  const { databaseUrl } = settings;
  if (databaseUrl) {
    const { host, pathname } = new URL(databaseUrl);
    const place = `PostgreSQL at ${host}${pathname}`;
    return { url: databaseUrl, place, isFirstStart: false, finishFirstStart: () => undefined, lost: never };
  }
  const database = await openEmbedded(dataDir, (message) => say(`${message}\n`));
  undo.push(database.stop);
  signal.throwIfAborted();
  return { ...database, place: `${dataDir} (bundled PostgreSQL 18)` };
}
