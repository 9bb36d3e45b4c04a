import "server-only";
import { Readable, Writable } from "node:stream";
import { type Client, type Connection, escapeIdentifier, type Submittable } from "pg";

/**
 * The methods that node-postgres calls on a statement that transfers data by COPY; its types omit
 * them.
 */
type CopyConnection = Connection & {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};
type Done = (error?: Error | null) => void;

/** Rows are collected into chunks of this size: one push per row costs more than the row. */
const PIECE = 64 * 1024;

/** Settings for both databases, so that the text of a value is the same in each. */
export const copySettings = [
  "set client_encoding = 'UTF8'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'postgres'",
  "set timezone = 'UTC'",
  "set bytea_output = 'hex'",
  "set extra_float_digits = 3",
  // The role may have limits meant for the site's short statements.
  "set statement_timeout = 0",
  "set idle_in_transaction_session_timeout = 0",
].join(";");

/**
 * The rows of a table as PostgreSQL's COPY text, sorted by its key, with back-pressure.
 * @param columns in the order wanted
 * @param key the columns to sort by
 */
export function copyOut(client: Client, table: string, columns: readonly string[], key: readonly string[]): Readable {
  const order = key.length > 0 ? ` order by ${list(key)}` : "";
  return client.query(new CopyOut(`copy (select ${list(columns)} from ${place(table)}${order}) to stdout`));
}

/** Accepts COPY text for a table; the stream finishes when the database has stored all rows. */
export function copyIn(client: Client, table: string, columns: readonly string[]): Writable {
  return client.query(new CopyIn(`copy ${place(table)} (${list(columns)}) from stdin`));
}

/** A table of the register as an SQL name. */
export function place(table: string): string {
  return `public.${escapeIdentifier(table)}`;
}

function list(columns: readonly string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(", ");
}

class CopyOut extends Readable implements Submittable {
  private connection: CopyConnection | undefined;
  private piece: Buffer[] = [];
  private size = 0;

  constructor(private readonly statement: string) {
    super();
  }

  submit(connection: Connection): void {
    this.connection = connection as CopyConnection;
    this.connection.query(this.statement);
  }

  override _read(): void {
    this.connection?.stream.resume();
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // `chunk` is a view of the connection's buffer, which the next message overwrites.
    this.piece.push(Buffer.from(chunk));
    this.size += chunk.length;
    if (this.size >= PIECE) this.pass();
  }

  handleCommandComplete(): void {
    if (this.size > 0) this.pass();
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  private pass(): void {
    const isWanted = this.push(Buffer.concat(this.piece));
    this.piece = [];
    this.size = 0;
    if (!isWanted) this.connection?.stream.pause();
  }
}

class CopyIn extends Writable implements Submittable {
  private connection: CopyConnection | undefined;
  private begin: () => void = () => undefined;
  private readonly begun = new Promise<void>((resolve) => {
    this.begin = resolve;
  });
  private finished: Done | undefined;

  constructor(private readonly statement: string) {
    super();
  }

  submit(connection: Connection): void {
    this.connection = connection as CopyConnection;
    this.connection.query(this.statement);
  }

  handleCopyInResponse(): void {
    this.begin();
  }

  override _construct(done: Done): void {
    // The statement is submitted right after this; nothing is written before the database asks for
    // data.
    void this.begun.then(() => done());
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.connection?.sendCopyFromChunk(chunk);
    const stream = this.connection?.stream;
    if (stream?.writableNeedDrain) stream.once("drain", () => done());
    else done();
  }

  override _final(done: Done): void {
    this.finished = done;
    this.connection?.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The stream finishes only when the connection is free again (handleReadyForQuery).
  }

  handleReadyForQuery(): void {
    this.finished?.();
  }

  handleError(error: Error): void {
    this.begin();
    this.destroy(error);
  }
}
