import "server-only";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip, type Gzip } from "node:zlib";
import { Client } from "pg";
import { Refusal } from "../embedded/refusal.mjs";
import { copyOut, copySettings, place } from "./copy";
import { endOfTable, firstLine, type Header, type Manifest, tablesLeftOut } from "./format";
import { schemaOf } from "./schema-version";
import { Seal } from "./seal";

export type BackupWanted = {
  /** `postgres://` address of the database to back up. */
  url: string;
  /** An absolute path. */
  file: string;
  /** Replace an existing file of this name. */
  isForced: boolean;
  /** This program's version. */
  product: string;
  migrationsFolder: string;
};

type Table = { table: string; columns: string[]; key: string[] };

/**
 * Writes every table as of one moment, while the site may write. The file gets its name only when
 * it is complete and on the disk.
 * @throws Refusal if the file exists or cannot be written, or if the database has another version
 */
export async function writeBackup(wanted: BackupWanted): Promise<Manifest> {
  const { url, file, isForced } = wanted;
  if (existsSync(file) && !isForced) throw new Refusal(`${file} exists already: name another, or add --force.`);
  const part = `${file}.part`;
  await rm(part, { force: true });
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "backup" });
  // A broken connection fails the running statement, which reports the error; nothing else to do.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const manifest = await writeFile(client, part, wanted);
    await sync(part);
    await rename(part, file);
    // The new name must survive a power failure too.
    if (process.platform !== "win32") await sync(path.dirname(file));
    return manifest;
  } catch (error) {
    await rm(part, { force: true });
    throw explainFile(error);
  } finally {
    await client.end();
  }
}

async function writeFile(client: Client, part: string, wanted: BackupWanted): Promise<Manifest> {
  const handle = await open(part, "wx", 0o600);
  const out = createGzip();
  const seal = new Seal();
  const written = pipeline(out, seal, handle.createWriteStream());
  // Awaited below; until then an error such as a full disk must not end the process.
  written.catch(() => undefined);
  try {
    return await writeRegister(client, out, wanted);
  } catch (error) {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    out.end();
    // If the disk failed first, this throws that error.
    await written;
  }
}

async function writeRegister(client: Client, out: Gzip, wanted: BackupWanted): Promise<Manifest> {
  await client.query(copySettings);
  await client.query("begin isolation level repeatable read, read only");
  const tables = await lockTables(client);
  const schema = await schemaOf(client, wanted.migrationsFolder);
  const header: Header = { product: wanted.product, takenAt: new Date().toISOString(), schema };
  await write(out, `${firstLine}\n${JSON.stringify(header)}\n`);
  const manifest: Manifest = { tables: [], sequences: [], auditHead: await auditHead(client) };
  for (const table of tables) manifest.tables.push(await writeTable(client, out, table));
  manifest.sequences = await readSequences(client);
  await client.query("commit");
  await write(out, `${JSON.stringify(manifest)}\n`);
  return manifest;
}

async function writeTable(client: Client, out: Gzip, table: Table): Promise<Manifest["tables"][number]> {
  await write(out, `${JSON.stringify({ table: table.table, columns: table.columns })}\n`);
  const hash = createHash("sha256");
  let rows = 0;
  for await (const piece of copyOut(client, table.table, table.columns, table.key) as AsyncIterable<Buffer>) {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1;
    hash.update(piece);
    await write(out, piece);
  }
  await write(out, `${endOfTable}\n`);
  return { table: table.table, rows, sha256: hash.digest("hex") };
}

async function write(out: Gzip, data: string | Buffer): Promise<void> {
  if (out.errored) throw out.errored;
  if (!out.write(data)) await once(out, "drain");
}

/**
 * Every table with its writable columns and its key. The tables are locked against ALTER until the
 * backup is done.
 */
async function lockTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as "table",
            array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
                  and attgenerated = '' order by attnum) as columns,
            array(select a.attname::text from pg_index i join unnest(i.indkey) with ordinality k(attnum, n) on true
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                  where i.indrelid = c.oid and i.indisprimary order by k.n) as key
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)
     order by c.relname`,
    [tablesLeftOut],
  );
  if (rows.length > 0) {
    await client.query(`lock table ${rows.map(({ table }) => place(table)).join(", ")} in access share mode`);
  }
  return rows;
}

/** Sequences are not transactional: read last, they are never behind the rows. */
async function readSequences(client: Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<Manifest["sequences"][number]>(
    `select sequencename as sequence, last_value::text as last from pg_sequences where schemaname = 'public'
     order by sequencename`,
  );
  return rows;
}

async function auditHead(client: Client): Promise<Manifest["auditHead"]> {
  const { rows } = await client.query("select seq::int, hash from audit_log order by seq desc limit 1");
  return rows[0] ?? null;
}

/** Waits until a file or folder is on the disk (fsync). */
async function sync(place: string): Promise<void> {
  const handle = await open(place, "r");
  await handle.sync().finally(() => handle.close());
}

/** A failed write to an open file has no path in its error, so these codes identify it. */
const ofDisk = new Set<unknown>(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS"]);

function explainFile(error: unknown): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  const isFile = "path" in error || ("code" in error && ofDisk.has(error.code));
  return isFile ? new Refusal(`The backup cannot be written: ${error.message}.`) : error;
}
