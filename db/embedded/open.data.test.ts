import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enterableTemporaryFolder } from "./database-user.mjs";
import { type EmbeddedDatabase, findRunningDatabase, hasCluster, openEmbeddedDatabase } from "./open";
import { runningPostmaster } from "./postmaster";

const root = fileURLToPath(new URL("../..", import.meta.url));
const password = "p@ss'word of the test";
let dataDir: string;
let opened: EmbeddedDatabase[];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(enterableTemporaryFolder(), "asean-activity-tracker-open-"));
  chmodSync(dataDir, 0o711);
  opened = [];
});

afterEach(async () => {
  for (const database of opened) await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(onRestart?: (message: string) => void): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase({ root, dataDir, password, onRestart });
  opened.push(database);
  return database;
}

async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  // A killed server breaks the connection; the error is reported by the query's rejection.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

function killPostmaster(): number {
  const pid = runningPostmaster(path.join(dataDir, "postgres"))?.pid ?? 0;
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, "SIGKILL");
  return pid;
}

test("a new folder gets a durable database without superuser access that splits Lao into trigrams", async () => {
  expect(hasCluster(dataDir)).toBe(false);
  const { url, isNew } = await open();
  expect(isNew).toBe(true);
  expect(findRunningDatabase(dataDir, password)).toBe(url);
  await ask(url, "create extension pg_trgm");
  const [facts] = await ask(
    url,
    `select rolsuper, rolcreatedb, current_setting('fsync') as fsync, cardinality(show_trgm('ລາວ')) > 0 as lao,
            current_setting('timezone') as zone from pg_roles where rolname = current_user`,
  );
  expect(facts).toEqual({ rolsuper: false, rolcreatedb: false, fsync: "on", lao: true, zone: "UTC" });
  expect(statSync(path.join(dataDir, "postgres")).mode & 0o777).toBe(0o700);
  const stranger = new URL(url);
  stranger.password = "guessed";
  await expect(ask(stranger.href, "select 1")).rejects.toThrow(/password authentication failed/);
  stranger.username = "postgres";
  await expect(ask(stranger.href, "select 1")).rejects.toThrow(/no pg_hba\.conf entry/);
});

test("a server left over from a killed run is stopped, and its data is available", async () => {
  const holder = path.join(root, "db", "embedded", "testing-holder.ts");
  const run = spawn(process.execPath, ["--import", "tsx", holder, root, dataDir, password], { cwd: root });
  const [said] = await once(run.stdout, "data");
  const url = String(said).trim();
  await ask(url, "create table kept (word text)");
  await ask(url, "insert into kept values ('acknowledged')");
  const left = runningPostmaster(path.join(dataDir, "postgres"))?.pid;
  run.kill("SIGKILL");
  await once(run, "exit");
  expect(findRunningDatabase(dataDir, password)).toBe(url);
  const again = await open();
  expect(again.isNew).toBe(false);
  expect(runningPostmaster(path.join(dataDir, "postgres"))?.pid).not.toBe(left);
  expect(await ask(again.url, "select word from kept")).toEqual([{ word: "acknowledged" }]);
});

test("a killed server is restarted on the same port, with every acknowledged row", async () => {
  const messages: string[] = [];
  const { url } = await open((message) => messages.push(message));
  await ask(url, "create table kept (word text)");
  await ask(url, "insert into kept values ('acknowledged')");
  const killed = killPostmaster();
  await expect.poll(() => runningPostmaster(path.join(dataDir, "postgres"))?.pid, { timeout: 15_000 }).not.toBe(killed);
  const rows = () => ask(url, "select word from kept").catch((error: Error) => error.message);
  await expect.poll(rows, { timeout: 15_000 }).toEqual([{ word: "acknowledged" }]);
  expect(messages).toHaveLength(1);
});

test("a lock file whose process number now belongs to another program does not prevent the start", async () => {
  await (await open()).stop();
  const file = path.join(dataDir, "postgres", "postmaster.pid");
  writeFileSync(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n\n127.0.0.1\n\nready\n`);
  const { url } = await open();
  expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("the remains of an interrupted first start are removed", async () => {
  mkdirSync(path.join(dataDir, "postgres.new"));
  writeFileSync(path.join(dataDir, "postgres.new", "half"), "");
  const { isNew } = await open();
  expect(isNew).toBe(true);
});

test("a database of another PostgreSQL version is refused in one line and unchanged", async () => {
  const cluster = path.join(dataDir, "postgres");
  mkdirSync(cluster);
  writeFileSync(path.join(cluster, "PG_VERSION"), "19\n");
  await expect(open()).rejects.toThrow(/is of PostgreSQL 19; this version bundles 18/);
  expect(readFileSync(path.join(cluster, "PG_VERSION"), "utf8")).toBe("19\n");
});
