import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { appendAudit } from "../audit-chain";
import { verifyAudit } from "../audit-verify";
import { createDatabase } from "../client";
import { migrate } from "../migrate";
import { auditLog } from "../schema/audit-log";
import { partners } from "../schema/bodies";
import { seedSample } from "../seed/sample/index";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../testing";
import { tablesLeftOut } from "./format";
import { restoreBackup } from "./restore-backup";
import { applyMigrations } from "./schema-version";
import { sealOf } from "./seal";
import { ask, restoredSums, sums } from "./testing-sums";
import { writeBackup } from "./write-backup";

const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));
let folder: string;
/** A copy of the program's migrations with one more migration. */
let laterFolder: string;
let file: string;
let source: TestDatabase;
const undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "backup-"));
  laterFolder = path.join(folder, "later");
  cpSync(migrationsFolder, laterFolder, { recursive: true });
  const journalFile = path.join(laterFolder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8"));
  journal.entries.push({ ...journal.entries.at(-1), idx: 999, when: 9_000_000_000_000, tag: "0999_later" });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(
    path.join(laterFolder, "0999_later.sql"),
    "alter table partners add column note text;\n--> statement-breakpoint\nupdate partners set note = 'once ' || name_en;",
  );
  source = await createTestDatabase();
  await seedSample(source.db, {});
  // Rows with all kinds of text, a file, a high sequence number, and rows that a backup leaves out.
  await source.pool.query(
    `insert into stored_files (sha256, size, content) select repeat('a', 64), 400000, decode(repeat('00ff0a5c2e', 80000), 'hex');
     update users set name = E'tab\\there\\nline \\\\. \\r ລາວ' where id = (select min(id) from users);
     insert into rate_limits (key, points) values ('somebody', 3);
     insert into partners (code, name_en, kind) values ('gone', 'Gone again', 'dialogue_partner');
     delete from partners where code = 'gone'`,
  );
  file = path.join(folder, "whole.backup");
  await writeBackup({ url: source.url, file, isForced: false, product: "0.1.0", migrationsFolder });
});
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function makeEmpty(): Promise<string> {
  const { url, drop } = await createEmptyDatabase();
  undo.push(drop);
  return url;
}

const restore = (url: string, from = file, isForced = false) =>
  restoreBackup({ url, file: from, isForced, migrationsFolder });

test("a restored database equals the original, table by table, and continues its sequences", async () => {
  const url = await makeEmpty();
  const { manifest } = await restore(url);
  const before = await restoredSums(source.url);
  expect(await restoredSums(url)).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(25);
  expect(manifest.tables.find(({ table }) => table === "plan_entries")?.rows).toBeGreaterThan(50);
  expect(await ask(url, "select key from rate_limits")).toEqual([]);
  // Numbers of removed rows are not reused; keys and triggers are those of a migrated database.
  const next = "insert into partners (code, name_en, kind) values ('next', 'Next', 'dialogue_partner') returning id";
  expect(await ask(url, next)).toEqual(await ask(source.url, next));
  const shape = `select conrelid::regclass::text as place, conname, pg_get_constraintdef(oid) as words from pg_constraint
                 where connamespace = 'public'::regnamespace order by 1, 2`;
  expect(await ask(url, shape)).toEqual(await ask(source.url, shape));
  await expect(ask(url, "delete from audit_log")).rejects.toThrow("append-only");
  await migrate(url, migrationsFolder);
  await source.pool.query("delete from partners where code = 'next'");
});

test("the audit log and its signed end verify after a restore; a log from before signatures gets one", async () => {
  const url = await makeEmpty();
  await restore(url);
  const verdict = await verified(url);
  expect(verdict).toMatchObject({ fault: null, end: { seq: verdict.rows } });
  expect(verdict.rows).toBeGreaterThan(0);

  // The schema before signatures, with the rows of the log unchanged.
  const older = await makeEmpty();
  const client = new Client({ connectionString: older });
  await client.connect();
  await applyMigrations(client, migrationsFolder, { upTo: 1795349655248 });
  await client.end();
  const { db, pool } = createDatabase(older, 1);
  await db.insert(auditLog).values(await source.db.select().from(auditLog));
  await pool.end();
  const old = path.join(folder, "old.backup");
  await writeBackup({ url: older, file: old, isForced: false, product: "0.0.9", migrationsFolder });
  const target = await makeEmpty();
  await restore(target, old);
  expect(await verified(target)).toMatchObject({ fault: null, rows: verdict.rows });
  expect(Object.keys(await sums(target))).toEqual(Object.keys(await sums(url)));
});

test("the audit log of a restored database records the restore, with the ends before and after it", async () => {
  const url = await makeEmpty();
  await migrate(url, migrationsFolder);
  const client = createDatabase(url, 1);
  const written = { at: new Date(), actorName: "test", action: "test.write", subject: "tests", requestId: "test" };
  await client.db.transaction((tx) => appendAudit(tx, written));
  const { end: replaced } = await verifyAudit(client.db);
  const keptEnd = { seq: 41, hash: "4".repeat(64) };
  await client.pool.end();
  const { end } = await verified(source.url);
  const { header } = await restoreBackup({ url, file, isForced: true, migrationsFolder, keptEnd });
  const rows = await ask(
    url,
    "select seq::int, actor_name, subject, before, after from audit_log order by seq desc limit 1",
  );
  expect(rows).toEqual([
    {
      seq: (end?.seq ?? 0) + 1,
      actor_name: "npm run restore",
      subject: "register",
      before: { replacedEnd: `1:${replaced?.hash}`, keptEnd: `41:${keptEnd.hash}` },
      after: { takenAt: header.takenAt, backupEnd: `${end?.seq}:${end?.hash}` },
    },
  ]);
  expect((await verified(url)).fault).toBeNull();
});

async function verified(url: string) {
  const { db, pool } = createDatabase(url, 1);
  return verifyAudit(db).finally(() => pool.end());
}

test("the file is readable only by its owner, leaves no temporary file, and contains no link, session or limit", () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}.part`)).toBe(false);
  const text = gunzipSync(readFileSync(file)).toString();
  expect(text.split("\n")[0]).toBe("asean-activity-tracker backup 1");
  for (const name of tablesLeftOut) expect(text).not.toContain(`{"table":"${name}"`);
});

test("an existing file is not replaced without force; a partial file of a killed run does not matter", async () => {
  const again = { url: source.url, file, product: "0.1.0", migrationsFolder };
  const before = readFileSync(file);
  await expect(writeBackup({ ...again, isForced: false })).rejects.toThrow(/exists already.*--force/);
  expect(readFileSync(file)).toEqual(before);
  writeFileSync(`${file}.part`, "half");
  await writeBackup({ ...again, isForced: true });
  const nowhere = path.join(folder, "nowhere", "x");
  await expect(writeBackup({ ...again, file: nowhere, isForced: false })).rejects.toThrow(/cannot be written/);
});

test("one changed byte anywhere is detected before the target is changed", async () => {
  const url = await makeEmpty();
  const whole = readFileSync(file);
  const bad = path.join(folder, "changed.backup");
  const places = Array.from({ length: 20 }, (_, n) => 12 + n * Math.floor(whole.length / 21));
  const ends = Array.from({ length: 12 }, (_, n) => [n, whole.length - 1 - n * 9]).flat();
  for (const at of [...places, ...ends]) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    writeFileSync(bad, changed);
    await expect(restore(url, bad), `byte ${at}`).rejects.toThrow(/damaged|not a backup/);
  }
  expect(await sums(url)).toEqual({});
});

test("a truncated file, or one of another kind, is refused and the target is unchanged", async () => {
  const url = await makeEmpty();
  const cut = path.join(folder, "cut.backup");
  for (const share of [0, 0.3, 0.999]) {
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, Math.floor(statSync(file).size * share));
    await expect(restore(url, cut)).rejects.toThrow(/damaged/);
  }
  writeFileSync(cut, "a letter");
  await expect(restore(url, cut)).rejects.toThrow(/damaged/);
  await expect(restore(url, path.join(folder, "none"))).rejects.toThrow(/cannot be read/);
  expect(await sums(url)).toEqual({});
});

test("an intact file with inconsistent rows is refused by the database, which is unchanged", async () => {
  const url = await makeEmpty();
  await migrate(url, migrationsFolder);
  const before = await sums(url);
  const odd = path.join(folder, "odd.backup");
  const text = gunzipSync(readFileSync(file)).toString();
  const body = (change: (text: string) => string) => gzipSync(change(text.replace(/sha256 [0-9a-f]{64}\n$/, "")));
  const refused = async (change: (text: string) => string) => {
    const bytes = body(change);
    writeFileSync(odd, Buffer.concat([bytes, sealOf(createHash("sha256").update(bytes).digest("hex"))]));
    await expect(restore(url, odd)).rejects.toThrow();
    expect(await sums(url)).toEqual(before);
  };
  await refused((all) => all.replaceAll('"table":"work_plans"', '"table":"work_plants"'));
  await refused((all) => all.replace('"columns":["id","code"', '"columns":["id","cod"'));
  await refused((all) => all.replaceAll('"table":"activities"', '"table":"sessions"'));
});

test("a database with accounts is refused; with force it is replaced", async () => {
  const url = await makeEmpty();
  await migrate(url, migrationsFolder);
  await ask(url, "insert into users (email, name, role) values ('chief@example.org', 'Chief', 'admin')");
  const before = await sums(url);
  await expect(restore(url)).rejects.toThrow(/--force/);
  expect(await sums(url)).toEqual(before);
  await restore(url, file, true);
  expect(await restoredSums(url)).toEqual(await restoredSums(source.url));
});

test("a database on which a site runs is refused", async () => {
  const url = await makeEmpty();
  const { pool } = createDatabase(url, 1);
  await pool.query("select 1");
  await expect(restore(url, file, true)).rejects.toThrow(/stop it first/);
  await pool.end();
});

test("a backup of an older schema is restored and then migrated; a newer one is refused in one line", async () => {
  const url = await makeEmpty();
  await restoreBackup({ url, file, isForced: false, migrationsFolder: laterFolder });
  const { partners: _, ...rest } = await restoredSums(url);
  expect(await restoredSums(source.url)).toMatchObject(rest);
  const notes = await ask<{ isRight: boolean }>(url, `select note = 'once ' || name_en as "isRight" from partners`);
  expect(notes.length).toBeGreaterThan(0);
  expect(notes.every(({ isRight }) => isRight)).toBe(true);

  const newer = path.join(folder, "newer.backup");
  await writeBackup({ url, file: newer, isForced: false, product: "9.0.0", migrationsFolder: laterFolder });
  const target = await makeEmpty();
  const refusal = await restore(target, newer).catch((error: Error) => error.message);
  expect(refusal).toMatch(/newer version of this program \(9\.0\.0, schema 0999_later\)/);
  expect(refusal).not.toContain("\n");
  expect(await sums(target)).toEqual({});
});

test("a backup during writes is of one moment: it contains each transaction completely or not at all", async () => {
  let isWriting = true;
  let written = 0;
  const write = async (writer: number) => {
    while (isWriting) {
      const number = `${writer}-${written}`;
      await source.db.transaction(async (tx) => {
        await tx
          .insert(partners)
          .values({ code: `pair-${number}`, nameEn: `Pair ${number}`, kind: "dialogue_partner" });
        const who = { at: new Date(), actorName: "test", requestId: number };
        await appendAudit(tx, { ...who, action: "pair", subject: "partners" });
      });
      written += 1;
    }
  };
  const writers = [write(1), write(2), write(3)];
  await expect.poll(() => written).toBeGreaterThan(5);
  const busy = path.join(folder, "busy.backup");
  const { auditHead } = await writeBackup({
    url: source.url,
    file: busy,
    isForced: false,
    product: "0",
    migrationsFolder,
  });
  isWriting = false;
  await Promise.all(writers);
  const url = await makeEmpty();
  await restore(url, busy);
  const counts = `select (select count(*)::int from partners where code like 'pair-%') as rows,
                         (select count(*)::int from audit_log where action = 'pair') as audited,
                         (select max(seq)::int from audit_log) as head`;
  const [found] = await ask<{ rows: number; audited: number; head: number }>(url, counts);
  expect(found?.rows).toBe(found?.audited);
  expect(found?.rows).toBeGreaterThan(5);
  expect(found?.rows).toBeLessThan(written);
  // One more row: the restore itself is in the log.
  expect(found?.head).toBe((auditHead?.seq ?? 0) + 1);
});
