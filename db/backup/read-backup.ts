import "server-only";
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "../embedded/refusal.mjs";
import { damaged, endOfTable, firstLine, Header, Manifest, readLine, TableStart } from "./format";
import { sealOf, sealSize } from "./seal";

/** The parts of a backup in file order; chunks of rows contain complete lines. */
export type Part =
  | { kind: "header"; header: Header }
  | { kind: "start"; start: TableStart }
  | { kind: "rows"; rows: Buffer }
  | { kind: "end" }
  | { kind: "manifest"; manifest: Manifest };

const lineFeed = 10;
const endLine = Buffer.from(`${endOfTable}\n`);

/**
 * Reads a backup in chunks and checks each hash as it passes. The backup is proven complete only
 * after the last chunk.
 * @throws Refusal if the file is missing, or any byte of it is missing or changed
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const reading = new Reading();
  for await (const lines of linesOf(file)) {
    let rows: Buffer[] = [];
    for (const line of lines) {
      if (reading.isRow(line)) {
        rows.push(line);
        continue;
      }
      if (rows.length > 0) yield { kind: "rows", rows: Buffer.concat(rows) };
      rows = [];
      const part = reading.take(line);
      if (part) yield part;
    }
    if (rows.length > 0) yield { kind: "rows", rows: Buffer.concat(rows) };
  }
  if (!reading.isOver) throw damaged("its end is missing");
}

/** The position in the file and the hashes up to it. */
class Reading {
  isOver = false;
  private table: { name: string; rows: number; hash: Hash } | undefined;
  private readonly found: Manifest["tables"] = [];
  private next: (text: string) => Part | undefined = this.first;

  /** True if the line is a row of the present table; the row is then counted. */
  isRow(line: Buffer): boolean {
    if (!this.table || line.equals(endLine)) return false;
    this.table.hash.update(line);
    this.table.rows += 1;
    return true;
  }

  /** Handles a line that is not a row. */
  take(line: Buffer): Part | undefined {
    return this.next(line.toString("utf8", 0, line.length - 1));
  }

  private first(text: string): undefined {
    if (text !== firstLine) throw new Refusal("The file is not a backup that this version of the program can read.");
    this.next = this.header;
  }

  private header(text: string): Part {
    this.next = this.tableOrManifest;
    return { kind: "header", header: readLine(Header, text) };
  }

  private tableOrManifest(text: string): Part {
    if (!text.startsWith('{"table":')) return this.manifest(text);
    const start = readLine(TableStart, text);
    this.table = { name: start.table, rows: 0, hash: createHash("sha256") };
    this.next = this.end;
    return { kind: "start", start };
  }

  private end(): Part {
    if (this.table) {
      const { name, rows, hash } = this.table;
      this.found.push({ table: name, rows, sha256: hash.digest("hex") });
    }
    this.table = undefined;
    this.next = this.tableOrManifest;
    return { kind: "end" };
  }

  private manifest(text: string): Part {
    const manifest = readLine(Manifest, text);
    if (JSON.stringify(manifest.tables) !== JSON.stringify(this.found)) {
      throw damaged("a table is not as it was written");
    }
    this.next = this.nothing;
    this.isOver = true;
    return { kind: "manifest", manifest };
  }

  private nothing(): undefined {
    throw damaged("it goes on after its end");
  }
}

/**
 * The lines of the text with their line feeds, in groups as they arrive; the seal is checked after
 * the last one.
 */
async function* linesOf(file: string): AsyncGenerator<Buffer[]> {
  const { size, seal } = await readSeal(file);
  const hash = createHash("sha256");
  const source = createReadStream(file, { end: size - 1 }).on("data", (chunk) => hash.update(chunk));
  const text = pipeline(source, createGunzip(), () => undefined);
  let unfinished: Buffer[] = [];
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      const lines: Buffer[] = [];
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
        lines.push(Buffer.concat([...unfinished, chunk.subarray(from, at + 1)]));
        unfinished = [];
        from = at + 1;
      }
      if (from < chunk.length) unfinished.push(chunk.subarray(from));
      yield lines;
    }
  } catch (error) {
    const isZlib = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw isZlib ? damaged(error.message) : error;
  }
  if (unfinished.length > 0) throw damaged("its end is missing");
  if (!sealOf(hash.digest("hex")).equals(seal)) throw damaged("its SHA-256 is another");
}

/** The length of the file without its seal, and the seal. */
async function readSeal(file: string): Promise<{ size: number; seal: Buffer }> {
  try {
    const handle = await open(file, "r");
    try {
      const size = (await handle.stat()).size - sealSize;
      const seal = Buffer.alloc(sealSize);
      if (size > 0) await handle.read(seal, 0, sealSize, size);
      if (size > 0) return { size, seal };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Refusal(`The backup cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  throw damaged("it is too short to be one");
}
