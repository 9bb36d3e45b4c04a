import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { Client } from "pg";
import { enterableTemporaryFolder } from "../../db/embedded/database-user.mjs";
import { findRunningDatabase } from "../../db/embedded/open";
import { freePort } from "../../db/embedded/server";
import { root } from "../support/server";

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

// Limits against hanging: a first start creates a database, fills it, and starts the site.
test.describe.configure({ timeout: 180_000 });

let dataDir: string;
let port: number;
let runs: Run[];

test.beforeEach(async () => {
  dataDir = mkdtempSync(path.join(enterableTemporaryFolder(), "asean-activity-tracker-launcher-"));
  chmodSync(dataDir, 0o711);
  port = await freePort();
  runs = [];
});

test.afterEach(async () => {
  for (const { child, ended } of runs) {
    child.kill("SIGTERM");
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs `npm start` on the test's own data and port, with the existing build. */
function npmStart(settings: Record<string, string> = {}): Run {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" as const, ...settings };
  const child = spawn(process.execPath, [path.join(root, "bin", "start.mjs")], {
    cwd: root,
    env: { DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const run = { child, output: () => text, ended: once(child, "exit").then(([code]) => code as number | null) };
  runs.push(run);
  return run;
}

async function untilOpen({ output, ended }: Run): Promise<void> {
  const isOver = ended.then((code) => {
    throw new Error(`ended with ${code}: ${output()}`);
  });
  await Promise.race([expect.poll(output, { timeout: 100_000 }).toContain("Stop      Ctrl-C"), isOver]);
}

function databaseUrl(): string | undefined {
  return findRunningDatabase(dataDir, readFileSync(path.join(dataDir, "database-password"), "utf8").trim());
}

async function ask(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test("a first start prints address, data and sample accounts; SIGTERM ends site and database", async ({ request }) => {
  const run = npmStart({ SAMPLE_PASSWORD: "umbrella-by-the-door" });
  await untilOpen(run);
  expect(run.output()).toContain(`Open      http://127.0.0.1:${port}`);
  expect(run.output()).toContain(dataDir);
  expect(run.output()).toMatch(/umbrella-by-the-door.*admin@sample\.example.*viewer@sample\.example/s);
  expect((await request.get(`http://127.0.0.1:${port}/sign-in`)).status()).toBe(200);
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
  expect(databaseUrl()).toBeUndefined();
});

test("after kill -9 the next start finds all data, and no process of the killed one remains", async ({ request }) => {
  const killed = npmStart();
  await untilOpen(killed);
  await ask("create table kept as select 'acknowledged' as word");
  const abandoned = databaseUrl();
  killed.child.kill("SIGKILL");
  await killed.ended;
  // The site notices that the launcher has ended and releases its port.
  const answers = () =>
    request.get(`http://127.0.0.1:${port}/sign-in`).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 15_000 }).toBe(false);
  expect(databaseUrl()).toBe(abandoned);

  await untilOpen(npmStart());
  expect(await ask("select word from kept")).toEqual([{ word: "acknowledged" }]);
  expect(databaseUrl()).not.toBe(abandoned);
});

test("data of a newer version is refused in one line, and the database is stopped", async () => {
  const first = npmStart();
  await untilOpen(first);
  await ask("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999) returning id");
  first.child.kill("SIGTERM");
  await first.ended;

  const older = npmStart();
  expect(await older.ended).toBe(1);
  expect(older.output().trim().split("\n").at(-1)).toMatch(/made by a newer version of this program/);
  expect(databaseUrl()).toBeUndefined();
});

test("sample accounts are disabled and not offered under a public address, and enabled again locally", async () => {
  const isActive = () => ask("select bool_or(is_active) as active, count(*)::int as n from users where is_sample");
  const atHome = npmStart();
  await untilOpen(atHome);
  expect(await isActive()).toEqual([{ active: true, n: 6 }]);
  atHome.child.kill("SIGTERM");
  await atHome.ended;

  const abroad = npmStart({ APP_ORIGIN: "https://tracker.example.org" });
  await untilOpen(abroad);
  expect(await isActive()).toEqual([{ active: false, n: 6 }]);
  expect(abroad.output()).not.toContain("sample.example");
  abroad.child.kill("SIGTERM");
  await abroad.ended;

  const back = npmStart();
  await untilOpen(back);
  expect(await isActive()).toEqual([{ active: true, n: 6 }]);
  expect(back.output()).toContain("admin@sample.example");
});

test("an account made beside a running site is in its database, with a link; both processes write an anchor", async () => {
  const run = npmStart();
  await untilOpen(run);
  const args = ["bin/user.mjs", "add", "--email", "chief@ministry.gov", "--name", "Chief", "--role", "admin"];
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, DATA_DIR: dataDir };
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toContain(`http://127.0.0.1:${port}/`);
  const made = await ask("select role, is_sample, password_hash from users where email = 'chief@ministry.gov'");
  expect(made).toEqual([{ role: "admin", is_sample: false, password_hash: null }]);

  const [end] = (await ask("select max(seq)::int as seq from audit_log")) as { seq: number }[];
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
  const folder = path.join(dataDir, "audit-anchors");
  const kept = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")).seq);
  expect(kept).toEqual([end?.seq, end?.seq]);
});
