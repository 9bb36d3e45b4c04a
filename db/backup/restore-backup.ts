import "server-only";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client, escapeIdentifier } from "pg";
import { appendAudit, readEnd, signOlderLog } from "../audit-chain";
import type { AuditMark } from "../audit-head";
import { schema, type Transaction } from "../client";
import { Refusal } from "../embedded/refusal.mjs";
import { hasTable, refuseUnfit, setupLock } from "../migrate";
import { dropPasts } from "../past/ensure-past";
import { copyIn, copySettings, place } from "./copy";
import { damaged, type Header, type Manifest, tablesLeftOut } from "./format";
import { readBackup } from "./read-backup";
import { applyMigrations, refuseNewerBackup } from "./schema-version";

export type RestoreWanted = {
  /** `postgres://` address of the database to restore into. */
  url: string;
  file: string;
  /** Replace existing accounts and entries. */
  isForced: boolean;
  migrationsFolder: string;
  /** The newest end of the database's audit log that is stored outside of it. */
  keptEnd?: AuditMark | null;
};

export type Restored = { header: Header; manifest: Manifest };

/**
 * Replaces a database by the content of a backup. The whole file is checked first; then the schema
 * of the backup is created, filled and migrated to this version, in one transaction. Until it
 * commits, the database is unchanged.
 * @throws Refusal if the file is damaged or newer than this program, or if the database is in use
 *   or not empty
 */
export async function restoreBackup(wanted: RestoreWanted): Promise<Restored> {
  const { url, file, isForced, migrationsFolder, keptEnd = null } = wanted;
  const { header, manifest } = await checkBackup(file, migrationsFolder);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "restore" });
  // A broken connection fails the running statement, which reports the error; nothing else to do.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [setupLock]);
    await refuseUnfit(client);
    await refuseInUse(client);
    if (!isForced) await refuseFilled(client);
    await client.query(copySettings);
    await drizzle(client, { schema }).transaction(async (tx) => {
      const replacedEnd = (await hasTable(client, "public.audit_log")) ? ((await readEnd(tx)) ?? null) : null;
      await dropEverything(client);
      await applyMigrations(client, migrationsFolder, { upTo: header.schema.at });
      await fill(client, file, manifest);
      const couldSign = await hasTable(client, "public.audit_head");
      await applyMigrations(client, migrationsFolder, { after: header.schema.at });
      if (!couldSign) await signOlderLog(tx);
      await noteRestore(tx, header.takenAt, { replacedEnd, keptEnd });
    });
    await client.query("analyze");
    return { header, manifest };
  } finally {
    // Rolls back an open transaction.
    await client.end();
  }
}

type Ends = Readonly<Record<"replacedEnd" | "keptEnd", AuditMark | null>>;

/** Records the restore in the audit log, with the ends that show which rows are missing since. */
async function noteRestore(tx: Transaction, takenAt: string, { replacedEnd, keptEnd }: Ends): Promise<void> {
  const words = (end: AuditMark | null | undefined) => (end ? `${end.seq}:${end.hash}` : null);
  const backupEnd = words(await readEnd(tx));
  await appendAudit(tx, {
    at: new Date(),
    actorName: "npm run restore",
    action: "register.restore",
    subject: "register",
    requestId: `cli-${process.pid}-${Date.now()}`,
    before: { replacedEnd: words(replacedEnd), keptEnd: words(keptEnd) },
    after: { takenAt, backupEnd },
  });
}

/** Reads the whole file, so that a damaged one is detected before anything is changed. */
async function checkBackup(file: string, migrationsFolder: string): Promise<Restored> {
  let header: Header | undefined;
  let manifest: Manifest | undefined;
  for await (const part of readBackup(file)) {
    if (part.kind === "header") {
      header = part.header;
      refuseNewerBackup(header.schema, header.product, migrationsFolder);
    }
    if (part.kind === "manifest") manifest = part.manifest;
  }
  if (!header || !manifest) throw damaged("its end is missing");
  return { header, manifest };
}

/**
 * Refuses while a site is connected: it would write into the tables being replaced, and its caches
 * would be stale.
 */
async function refuseInUse(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and (application_name like 'asean-activity-tracker%' or application_name = 'backup') limit 1`,
  );
  if (rows.length > 0) throw new Refusal("The site runs on this database: stop it first.");
}

async function refuseFilled(client: Client): Promise<void> {
  for (const table of ["users", "plan_entries"]) {
    if (!(await hasTable(client, `public.${table}`))) continue;
    const { rows } = await client.query(`select 1 from ${place(table)} limit 1`);
    if (rows.length > 0) {
      throw new Refusal(
        "The database holds people or entries: restore into an empty one, or add --force to replace them all.",
      );
    }
  }
}

/** Drops the tables, functions and collations of the register, but not those of extensions. */
async function dropEverything(client: Client): Promise<void> {
  await dropPasts(client);
  const { rows } = await client.query<{ statement: string }>(
    `select format('drop table %s cascade', c.oid::regclass) as statement from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not exists
         (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     union all
     select format('drop routine %s cascade', p.oid::regprocedure) from pg_proc p
       where p.pronamespace = 'public'::regnamespace and not exists
         (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
     union all
     select format('drop collation public.%I cascade', l.collname) from pg_collation l
       where l.collnamespace = 'public'::regnamespace`,
  );
  for (const { statement } of rows) await client.query(statement);
  await client.query("drop schema if exists drizzle cascade");
}

/** Foreign keys are dropped while tables are filled one by one, and checked when all are filled. */
async function fill(client: Client, file: string, manifest: Manifest): Promise<void> {
  const { rows: keys } = await client.query<{ place: string; name: string; definition: string }>(
    `select conrelid::regclass::text as place, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  for (const key of keys) await client.query(`alter table ${key.place} drop constraint ${escapeIdentifier(key.name)}`);
  await load(client, file, manifest);
  for (const key of keys) {
    await client.query(`alter table ${key.place} add constraint ${escapeIdentifier(key.name)} ${key.definition}`);
  }
  for (const { sequence, last } of manifest.sequences) {
    if (last) await client.query("select setval(to_regclass($1), $2)", [place(sequence), last]);
  }
}

async function load(client: Client, file: string, manifest: Manifest): Promise<void> {
  let copy: Writable | undefined;
  for await (const part of readBackup(file)) {
    if (part.kind === "start") {
      if (tablesLeftOut.includes(part.start.table)) throw damaged(`it holds ${part.start.table}`);
      // An error of the database is thrown at the next step.
      copy = copyIn(client, part.start.table, part.start.columns).on("error", () => undefined);
    } else if (part.kind === "rows") {
      if (copy?.errored) throw copy.errored;
      if (copy && !copy.write(part.rows)) await once(copy, "drain");
    } else if (part.kind === "end") {
      copy?.end();
      if (copy) await finished(copy);
    } else if (part.kind === "manifest" && JSON.stringify(part.manifest) !== JSON.stringify(manifest)) {
      throw damaged("the file was changed meanwhile");
    }
  }
}
