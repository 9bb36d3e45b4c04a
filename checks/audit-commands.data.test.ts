import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createEmptyDatabase } from "@/db/testing";

const root = path.resolve(".");
let folder: string;
let database: { url: string; drop: () => Promise<void> };

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "commands-"));
  database = await createEmptyDatabase();
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one of the operator's commands as its launcher does. */
function command(file: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", path.join("bin", file), ...args],
    { cwd: root, encoding: "utf8", env: environment() },
  );
  return { status, stdout, stderr };
}

const environment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  DATABASE_URL: database.url,
  AUTH_SECRET: "signs-what-the-commands-of-this-test-write",
  DATA_DIR: folder,
  AUDIT_ANCHOR_FILE: anchorFile(),
});
const anchorFile = () => path.join(folder, "elsewhere.json");
const addUser = (name: string) =>
  command("user.ts", "add", "--email", `${name}@ministry.example`, "--name", name, "--role", "officer");
const rowOf = (file: string): number => JSON.parse(readFileSync(file, "utf8")).seq;
const inFolder = () => path.join(folder, "audit-anchors");

async function ask(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

it("each command that writes to the log stores its end, and a truncated log is found together with the disagreeing anchor", async () => {
  expect(command("migrate.ts")).toMatchObject({ status: 0, stderr: "" });
  expect(rowOf(anchorFile())).toBe(1);
  expect(command("audit.ts", "verify").stdout).toMatch(
    /^The audit log is whole: 1 rows, head 1:[0-9a-f]{64}\nIts newest/,
  );
  await ask("create table earlier as select * from audit_head");
  expect(addUser("anna")).toMatchObject({ status: 0, stderr: "" });
  expect(addUser("bounmy")).toMatchObject({ status: 0, stderr: "" });
  const [name = ""] = readdirSync(inFolder());
  expect([rowOf(anchorFile()), rowOf(path.join(inFolder(), name))]).toEqual([3, 3]);
  await ask(
    "alter table audit_log disable trigger user",
    "delete from audit_log where seq > 1",
    "alter table audit_log enable trigger user",
    "delete from audit_head",
    "insert into audit_head select * from earlier",
  );
  const verified = command("audit.ts", "verify");
  expect(verified.status).toBe(1);
  expect(verified.stderr).toMatch(
    /row 2 and what followed it were cut off the end: it ends at row 1, but data folder's anchor \S+-command-\w+\.json of 20\S+Z knows row 3\.$/m,
  );
  // The command succeeds, and says why the end of the log cannot be stored.
  const later = addUser("chan");
  expect(later.status).toBe(0);
  expect(later.stderr).toContain(`${anchorFile()} knows a row that the log does not hold`);
  expect(rowOf(anchorFile())).toBe(3);
});

it("a restore reports the anchors that it sets aside, and starts new ones", async () => {
  command("migrate.ts");
  const backup = path.join(folder, "one.backup");
  expect(command("backup.ts", backup)).toMatchObject({ status: 0 });
  addUser("anna");
  const restored = command("restore.ts", backup, "--force");
  expect(restored).toMatchObject({ status: 0, stderr: "" });
  expect(restored.stdout).toMatch(/set aside: \S+elsewhere\.json is now \S+elsewhere\.json\.20\d{6}T\d+Z/);
  const aside = readdirSync(path.join(inFolder(), "set-aside"));
  expect(aside).toHaveLength(1);
  expect(rowOf(path.join(inFolder(), "set-aside", aside[0] ?? ""))).toBe(2);
  const verified = command("audit.ts", "verify");
  expect(verified).toMatchObject({ status: 0 });
  expect(verified.stdout).toContain("is whole: 2 rows");
  expect(rowOf(anchorFile())).toBe(2);
});
