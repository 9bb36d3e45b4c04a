import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { applyMigrations as applyUpTo } from "./backup/schema-version";
import { migrate } from "./migrate";
import { createTestDatabase, type TestDatabase } from "./testing";

const folder = fileURLToPath(new URL("migrations", import.meta.url));
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** An empty database on the test server, created with the given options. */
async function makeEmpty(name: string, options = ""): Promise<string> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`create database ${name} template template0 ${options}`);
  await client.end();
  const address = new URL(database.url);
  address.pathname = `/${name}`;
  return address.href;
}

test("two processes that migrate and seed at the same time do so one after the other", async () => {
  const url = await makeEmpty("raced");
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
  };
  await Promise.all([migrate(url, folder, work("one")), migrate(url, folder, work("two"))]);
  expect(order).toHaveLength(4);
  expect(order[1]?.split(" ")[0]).toBe(order[0]?.split(" ")[0]);
});

test("a second run changes nothing", async () => {
  const count = () => database.pool.query("select count(*)::int as n from drizzle.__drizzle_migrations");
  const before = (await count()).rows[0];
  await migrate(database.url, folder);
  expect((await count()).rows[0]).toEqual(before);
  expect(before.n).toBeGreaterThan(0);
});

test("a database of a newer schema is refused in one line and unchanged", async () => {
  const newer =
    "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999) returning id";
  const { rows } = await database.pool.query(newer);
  const refusal = await migrate(database.url, folder).catch((error: Error) => error.message);
  expect(refusal).toMatch(/newer version/);
  expect(refusal).not.toContain("\n");
  await database.pool.query("delete from drizzle.__drizzle_migrations where id = $1", [rows[0].id]);
});

test("a database whose LC_CTYPE cannot split Lao into trigrams is refused, with the remedy", async () => {
  const url = await makeEmpty("unfit", "lc_ctype 'C'");
  await expect(migrate(url, folder)).rejects.toThrow(/LC_CTYPE 'C\.UTF-8'/);
});

test("an encoding other than UTF-8 is refused", async () => {
  const url = await makeEmpty("latin", "encoding 'LATIN1' lc_ctype 'C'");
  await expect(migrate(url, folder)).rejects.toThrow(/LATIN1.*UTF8/);
});

test("a missing database is named without its password", async () => {
  const refusal = await migrate("postgres://somebody:pass-word@127.0.0.1:9/nowhere", folder).catch(
    (error) => error.message,
  );
  expect(refusal).toMatch(/nowhere at 127\.0\.0\.1:9.*ECONNREFUSED/);
  expect(refusal).not.toContain("pass-word");
});

test("a role that may not create tables is refused in one line", async () => {
  const url = new URL(await makeEmpty("foreign_owned"));
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query("create extension pg_trgm");
  await client.query("revoke create on database foreign_owned from public, tracker");
  await client.end();
  await expect(migrate(url.href, folder)).rejects.toThrow(/lacks rights/);
});

test("a log from before signatures is signed only by the run that creates their table", async () => {
  const url = await makeEmpty("older_log");
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("create extension pg_trgm");
  await applyMigrations(drizzle(client), { migrationsFolder: olderMigrations("0005_versions_once") });
  await client.query(
    `insert into audit_log (seq, at, actor_name, action, subject, request_id, previous_hash, hash)
     values (1, now(), 'test', 'test.write', 'tests', 'test', '0', 'first')`,
  );
  const head = async () => (await client.query("select seq::int, hash, signature from audit_head")).rows;
  await migrate(url, folder);
  expect(await head()).toMatchObject([{ seq: 1, hash: "first", signature: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  await client.query("delete from audit_head");
  await migrate(url, folder);
  expect(await head()).toEqual([]);
  await client.end();
});

test("open meetings get the latest possible day, and deadlines move with them", async () => {
  const url = await makeEmpty("older_meetings");
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("create extension pg_trgm");
  await applyMigrations(drizzle(client), { migrationsFolder: olderMigrations("0017_papers") });
  await client.query(`
    insert into bodies (code, name_en) values ('JWG', 'Working group');
    insert into meetings (code, body_id, title_en, state, first_on, first_precision, last_on, last_precision)
    select rows.code, bodies.id, rows.code, state, first_on::date, first_precision, last_on::date, last_precision from bodies, (values
      ('day', 'planned', '2026-12-10', 'exact', null, 'unknown'),
      ('within', 'planned', '2026-12-01', 'month', null, 'unknown'),
      ('month', 'open', null, 'unknown', '2026-12-01', 'month'),
      ('week', 'planned', '2026-12-08', 'week', '2026-12-10', 'week'),
      ('closed', 'closed', '2024-01-30', 'week', '2024-02-02', 'week'),
      ('begins', 'planned', '2026-12-01', 'month', '2026-12-10', 'exact'),
      ('none', 'planned', null, 'unknown', null, 'unknown')
    ) as rows (code, state, first_on, first_precision, last_on, last_precision);
    insert into milestones (title_en, anchor, meeting_id, offset_days, due_on)
    select code, 'meeting', id, -1, case code when 'begins' then '2026-12-30' when 'day' then '2026-12-09' end::date
    from meetings where code in ('begins', 'day', 'none')`);
  await migrate(url, folder);
  const days = await client.query("select code, first_on::text, last_on::text, last_precision from meetings");
  expect(new Map(days.rows.map((row) => [row.code, [row.last_on, row.last_precision]]))).toEqual(
    new Map([
      ["day", ["2026-12-10", "exact"]],
      ["within", ["2026-12-31", "month"]],
      ["month", ["2026-12-31", "month"]],
      ["week", ["2026-12-13", "week"]],
      ["closed", ["2024-02-02", "week"]],
      ["begins", ["2026-12-10", "exact"]],
      ["none", [null, "unknown"]],
    ]),
  );
  const due = await client.query(`
    select title_en, due_on::text, version, (select max(to_on)::text from milestone_moves where milestone_id = m.id) as moved
    from milestones m order by title_en`);
  expect(due.rows).toEqual([
    { title_en: "begins", due_on: "2026-12-09", version: 2, moved: "2026-12-09" },
    { title_en: "day", due_on: "2026-12-09", version: 1, moved: null },
    { title_en: "none", due_on: null, version: 1, moved: null },
  ]);
  await client.end();
});

/** The migrations up to this one, as in an earlier version of the program. */
function olderMigrations(last: string): string {
  const older = mkdtempSync(path.join(tmpdir(), "older-migrations-"));
  cpSync(folder, older, { recursive: true });
  const journal = path.join(older, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  const known = entries.slice(0, entries.findIndex(({ tag }: { tag: string }) => tag === last) + 1);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: known }));
  onTestFinished(() => rmSync(older, { recursive: true }));
  return older;
}

test("a body that was there before has its own powers", async () => {
  const url = await makeEmpty("bodies_before");
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await applyUpTo(client, folder, { upTo: 1796090669599 });
  await client.query("insert into bodies (code, name_en) values ('JWG', 'Joint Working Group')");
  await applyUpTo(client, folder, { after: 1796090669599 });
  const { rows } = await client.query("select code, acts_as, version from bodies");
  expect(rows).toEqual([{ code: "JWG", acts_as: "JWG", version: 1 }]);
});
