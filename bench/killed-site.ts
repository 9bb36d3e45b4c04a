import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findRunningDatabase } from "../db/embedded/open";
import { runningPostmaster } from "../db/embedded/postmaster";
import { freePort } from "../db/embedded/server";
import { root, type TestSite } from "../e2e/support/server";
import { asTestSite } from "./environment";
import { openExternalPostgres } from "./external-postgres";

export const databases = ["bundled", "external"] as const;
export type DatabaseKind = (typeof databases)[number];

export const victims = ["site", "launcher and site", "database", "everything"] as const;
export type Victim = (typeof victims)[number];

/**
 * The site as an operator runs it, by its launcher; it can be killed with `kill -9` and started
 * again.
 */
export type KilledSite = {
  /** Resolves when the killed processes have ended. */
  kill: (victim: Victim) => Promise<void>;
  /** Starts again what an operator, or the system, would. Resolves when a page is answered. */
  revive: (victim: Victim) => Promise<void>;
  /** The present address: a bundled database may have restarted on another port. */
  read: () => TestSite;
  readonly dataDir: string;
  /** The content of a file in its data folder. */
  kept: (name: string) => string;
  /**
   * Stops it as a system shutdown does.
   * @returns the launcher's exit code
   */
  end: () => Promise<number | null>;
  /** The log of the bundled database. */
  databaseLog: () => string;
  close: () => Promise<void>;
};

const READY_S = 60;

type Keeping = {
  /** The parent of its data folder. */
  within?: string;
  logFile?: string;
};

/**
 * Starts it on a new database.
 * @param kind the bundled PostgreSQL, or a system one that the site does not run
 */
export async function openKilledSite(
  kind: DatabaseKind,
  { within = "/var/tmp", logFile }: Keeping = {},
): Promise<KilledSite> {
  const dataDir = realpathSync(mkdtempSync(path.join(within, "asean-activity-tracker-kill-")));
  // The user that runs the database must be able to enter the folder.
  chmodSync(dataDir, 0o711);
  const external = kind === "external" ? await openExternalPostgres() : undefined;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const databaseId = () => (external ? external.pid() : runningPostmaster(path.join(dataDir, "postgres"))?.pid);
  let killedDatabase: number | undefined;
  let launcher = start();
  await untilReady();

  function start(): ChildProcess {
    const { PATH, HOME } = process.env;
    const shared = { NODE_ENV: "production" as const, PATH, HOME, DATA_DIR: dataDir, PORT: String(port) };
    const own = external ? { DATABASE_URL: external.url, SAMPLE_DATA: "1" } : {};
    const env = { ...shared, ...own, LOG_LEVEL: "warn" };
    const output = logFile ? openSync(logFile, "a") : "ignore";
    const child = spawn(process.execPath, ["bin/start.mjs"], { cwd: root, env, stdio: ["ignore", output, output] });
    if (typeof output === "number") closeSync(output);
    return child;
  }

  async function untilReady(): Promise<void> {
    for (const end = Date.now() + READY_S * 1_000; Date.now() < end; await delay(50)) {
      // A page and not readiness, which may be a second old.
      const answer = await fetch(`${origin}/sign-in`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (answer?.ok && databaseId() !== killedDatabase) return;
    }
    throw new Error(`not ready after ${READY_S} s`);
  }

  function idsOf(victim: Victim): (number | undefined)[] {
    const pid = launcher.pid ?? 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
    const database = databaseId();
    const sites = children.filter((child) => child !== database);
    return {
      site: sites,
      "launcher and site": [pid, ...sites],
      database: [database],
      everything: [pid, ...sites, database],
    }[victim];
  }

  async function end(): Promise<number | null> {
    const exited = once(launcher, "exit");
    launcher.kill("SIGTERM");
    const [code] = (await exited) as [number | null];
    return code;
  }

  const kept = (name: string) => readFileSync(path.join(dataDir, name), "utf8").trim();

  return {
    kill: async (victim) => {
      killedDatabase = victim === "database" || victim === "everything" ? databaseId() : undefined;
      for (const id of idsOf(victim)) if (id) process.kill(id, "SIGKILL");
      if (victim !== "database" && launcher.exitCode === null && launcher.signalCode === null)
        await once(launcher, "exit");
    },
    revive: async (victim) => {
      // The operating system restarts it.
      if (killedDatabase !== undefined) await external?.start();
      // The launcher restarts a bundled database that died; the operator starts everything else.
      if (victim !== "database") launcher = start();
      await untilReady();
    },
    dataDir,
    kept,
    read: () => {
      const authSecret = kept("auth-secret");
      // The key that signs the end of the audit log.
      process.env.AUTH_SECRET = authSecret;
      const databaseUrl = external?.url ?? findRunningDatabase(dataDir, kept("database-password")) ?? "";
      return asTestSite({ databaseUrl, authSecret }, origin);
    },
    end,
    databaseLog: () => readFileSync(path.join(dataDir, "postgres.log"), "utf8"),
    close: async () => {
      await end();
      await external?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
