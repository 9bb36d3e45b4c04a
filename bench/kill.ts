import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { verifyAudit } from "../db/audit-verify";
import { createDatabase } from "../db/client";
import { findRunningDatabase } from "../db/embedded/open";
import { runningPostmaster } from "../db/embedded/postmaster";
import { freePort } from "../db/embedded/server";
import { root, type TestSite } from "../e2e/server";
import { mintSession } from "../e2e/session";
import { ms } from "./figures";
import { asTestSite } from "./ground";
import { countLosses, makeWriter, type Writer, writeOnce } from "./writers";

/**
 * Kills the site, its launcher or its database while people write, starts it again as an operator would, and compares what was
 * acknowledged with what is there. Linux only: it finds the processes in /proc.
 *
 *     npm run bench:kill -- [rounds]
 */
const rounds = Number(process.argv[2] ?? 16);
const WRITERS = 6;
const READY_S = 60;
const victims = ["site", "launcher and site", "database", "everything"] as const;

const dataDir = realpathSync(mkdtempSync("/var/tmp/asean-activity-tracker-kill-"));
// The user that root hands the database to has to pass through.
chmodSync(dataDir, 0o711);
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const totals = { writes: 0, lost: 0, half: 0, failedStarts: 0, badAudits: 0, starts: [] as number[] };

let killedDatabase: number | undefined;
let launcher = start();
await untilReady();
let site = readSite();
const writers: Writer[] = [];
for (let number = 0; number < WRITERS; number += 1) writers.push(await makeWriter(site));

for (let round = 0; round < rounds; round += 1) {
  const victim = victims[round % victims.length] ?? "site";
  const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  await writeUntilKilled(victim);
  const began = Date.now();
  // The launcher starts a database that died alone again; everything else is the operator's to start.
  if (victim !== "database") launcher = start();
  const isUp = await untilReady().then(
    () => true,
    () => false,
  );
  if (!isUp) {
    totals.failedStarts += 1;
    break;
  }
  const took = Date.now() - began;
  totals.starts.push(took);
  site = readSite();
  const { lost, half } = await countLosses(site, writers);
  const { fault, rows } = await audit(site);
  const done = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0) - before;
  totals.writes += done;
  totals.lost += lost;
  totals.half += half;
  if (fault) totals.badAudits += 1;
  console.log(
    `round ${round + 1}, ${victim}: ${done} writes, lost ${lost}, half ${half}; up again after ${ms(took)}; audit of ${rows} rows ${fault?.kind ?? "whole"}`,
  );
}
console.log(
  `${rounds} rounds, ${totals.writes} acknowledged writes: lost ${totals.lost}, half ${totals.half}, failed starts ${totals.failedStarts}, audit logs at fault ${totals.badAudits}; longest start ${ms(Math.max(...totals.starts))}`,
);
launcher.kill("SIGTERM");
await once(launcher, "exit");
rmSync(dataDir, { recursive: true, force: true });
process.exit();

function start(): ChildProcess {
  const { PATH, HOME } = process.env;
  const env = { NODE_ENV: "production" as const, PATH, HOME, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn" };
  return spawn(process.execPath, ["bin/start.mjs"], { cwd: root, env, stdio: "ignore" });
}

async function untilReady(): Promise<void> {
  for (const end = Date.now() + READY_S * 1_000; Date.now() < end; await delay(50)) {
    // A page, because readiness may be a second old.
    const answer = await fetch(`${origin}/sign-in`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok && databaseId() !== killedDatabase) return;
  }
  throw new Error(`not ready after ${READY_S} s`);
}

function readSite(): TestSite {
  const kept = (name: string) => readFileSync(path.join(dataDir, name), "utf8").trim();
  const authSecret = kept("auth-secret");
  // The audit log's end is signed with it.
  process.env.AUTH_SECRET = authSecret;
  return asTestSite({ databaseUrl: findRunningDatabase(dataDir, kept("database-password")) ?? "", authSecret }, origin);
}

async function writeUntilKilled(victim: (typeof victims)[number]): Promise<void> {
  const session = await mintSession(site, "officer");
  let isOver = false;
  const work = writers.map(async (writer) => {
    while (!isOver) {
      try {
        await writeOnce(site, writer, session);
      } catch {
        return;
      }
    }
  });
  await delay(randomInt(400, 2_000));
  kill(victim);
  isOver = true;
  await Promise.all(work);
  if (victim !== "database" && launcher.exitCode === null && launcher.signalCode === null) await once(launcher, "exit");
}

function kill(victim: (typeof victims)[number]): void {
  const pid = launcher.pid ?? 0;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  const database = databaseId();
  killedDatabase = victim === "database" || victim === "everything" ? database : undefined;
  const sites = children.filter((child) => child !== database);
  const ids = {
    site: sites,
    "launcher and site": [pid, ...sites],
    database: [database],
    everything: [pid, ...sites, database],
  }[victim];
  for (const id of ids) if (id) process.kill(id, "SIGKILL");
}

function databaseId(): number | undefined {
  return runningPostmaster(path.join(dataDir, "postgres"))?.pid;
}

async function audit({ databaseUrl }: TestSite) {
  const { db, pool } = createDatabase(databaseUrl, 1);
  return verifyAudit(db).finally(() => pool.end());
}
