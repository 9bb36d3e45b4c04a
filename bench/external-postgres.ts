import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { clearStalePidFile, runningPostmaster } from "../db/embedded/postmaster";
import { freePort } from "../db/embedded/server";

/** A PostgreSQL that the site does not run itself, like a ministry's own server. */
export type ExternalPostgres = {
  version: string;
  /** The address with the role that owns the register's database. */
  url: string;
  port: number;
  pid: () => number | undefined;
  start: () => Promise<void>;
  /** `SIGINT` ends it at once with a clean shutdown. */
  stop: () => Promise<void>;
  remove: () => Promise<void>;
};

/**
 * The folder for the server's files, and a function that gives one to the server's user, because
 * PostgreSQL refuses keys owned by others.
 */
export type ServerPlace = { folder: string; give: (file: string) => void };

const START_S = 60;

/**
 * Creates a cluster with a database as docs/operations.md describes, and starts it.
 * @param prepare puts the server's files into its folder
 * @returns lines for postgresql.conf
 * @throws Error if PostgreSQL is not installed on the system
 */
export async function openExternalPostgres(
  prepare: (place: ServerPlace) => readonly string[] = () => [],
): Promise<ExternalPostgres> {
  const bin = findPrograms();
  const account = process.getuid?.() === 0 ? userNamed("postgres") : undefined;
  const folder = realpathSync(mkdtempSync("/var/tmp/asean-activity-tracker-postgres-"));
  const give = (file: string) => {
    if (account) chownSync(file, account.uid, account.gid);
  };
  give(folder);
  chmodSync(folder, 0o711);
  const cluster = path.join(folder, "cluster");
  const password = randomBytes(16).toString("hex");
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile);
  const program = (name: string) => path.join(bin, name);
  const made = ["-D", cluster, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
  execFileSync(program("initdb"), [...made, "--locale=C.UTF-8"], { ...account, cwd: "/", stdio: "ignore" });
  const port = await freePort();
  const own = ["listen_addresses = '127.0.0.1'", `port = ${port}`, "unix_socket_directories = ''"];
  appendFileSync(path.join(cluster, "postgresql.conf"), [...own, ...prepare({ folder, give }), ""].join("\n"));

  const pid = () => runningPostmaster(cluster)?.pid;
  const start = async () => {
    for (const end = Date.now() + START_S * 1_000; Date.now() < end; await delay(50)) {
      if (runningPostmaster(cluster)?.isReady) return;
      if (pid() !== undefined) continue;
      clearStalePidFile(cluster);
      const log = openSync(path.join(folder, "log"), "a", 0o600);
      const child = spawn(program("postgres"), ["-D", cluster], {
        ...account,
        cwd: "/",
        detached: true,
        stdio: ["ignore", log, log],
      });
      closeSync(log);
      child.unref();
      // Waits until it has written its file, or has ended because backends of a killed server still
      // run.
      while (pid() === undefined && child.exitCode === null && child.signalCode === null) await delay(20);
    }
    throw new Error(`PostgreSQL was not ready within ${START_S} s; its log is ${folder}/log.`);
  };
  const stop = async () => {
    const id = pid();
    if (id) process.kill(id, "SIGINT");
    while (pid() !== undefined) await delay(20);
  };
  await start();
  const env = { NODE_ENV: "production" as const, PGPASSWORD: password };
  const asOperator = { env, cwd: "/", stdio: "pipe" as const };
  const psql = ["-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "-v", "ON_ERROR_STOP=1"];
  for (const statement of [
    `create role tracker login password '${password}'`,
    "create database tracker owner tracker template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'",
  ]) {
    execFileSync(program("psql"), [...psql, "-c", statement, "postgres"], asOperator);
  }
  return {
    version: execFileSync(program("postgres"), ["--version"], { encoding: "utf8" }).trim(),
    url: `postgres://tracker:${password}@127.0.0.1:${port}/tracker`,
    port,
    pid,
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian installs the server's programs outside the PATH, in one folder per version. */
function findPrograms(): string {
  const parent = "/usr/lib/postgresql";
  const versions = existsSync(parent) ? readdirSync(parent) : [];
  const newest = versions
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => b - a)[0];
  if (newest) return path.join(parent, String(newest), "bin");
  const { status, stdout } = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  if (status === 0) return stdout.trim();
  throw new Error("There is no PostgreSQL of the system: apt-get install postgresql");
}

/** PostgreSQL refuses to run as root. */
function userNamed(name: string): { uid: number; gid: number } {
  const id = (what: string) => Number(execFileSync("id", [what, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
