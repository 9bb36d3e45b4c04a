import "server-only";
import { randomBytes } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Bytes that all answers together may keep on disk while their readers are slow. */
const totalLimit = 1_073_741_824;

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __spooledBytes?: number };

/** Bytes that wait on disk for slow readers. */
export const spooledBytes = (): number => held.__spooledBytes ?? 0;

/** Thrown where the readers of this process already keep as much on disk as they may. */
export class SpoolFull extends Error {}

/**
 * A temporary file that holds the rest of an answer until its reader takes it. It has no name once
 * it is open, so that nothing is left behind however the process ends.
 */
export class AnswerSpool {
  readonly #file: Promise<FileHandle>;
  #lastWrite: Promise<unknown>;
  #appended = 0;
  #taken = 0;
  #isClosed = false;

  constructor(folder = tmpdir()) {
    const name = path.join(folder, `answer-${randomBytes(12).toString("hex")}`);
    this.#file = open(name, "wx+", 0o600).then(async (file) => {
      await unlink(name);
      return file;
    });
    this.#lastWrite = this.#file;
    // A failure is told by `take`, which everybody who appends calls later.
    this.#lastWrite.catch(() => undefined);
  }

  /** True when all bytes have been taken. */
  get isEmpty(): boolean {
    return this.#taken === this.#appended;
  }

  /** @throws SpoolFull when this process may keep no more */
  append(piece: Buffer): void {
    if (spooledBytes() + piece.length > totalLimit) throw new SpoolFull("no room for slow readers");
    const position = this.#appended;
    this.#appended += piece.length;
    held.__spooledBytes = spooledBytes() + piece.length;
    const writing = this.#lastWrite.then(async () => (await this.#file).write(piece, 0, piece.length, position));
    this.#lastWrite = writing;
    writing.catch(() => undefined);
  }

  /**
   * The next bytes, in order.
   * @param most how many at most
   * @throws the file system's error when a write or a read failed
   */
  async take(most: number): Promise<Buffer> {
    await this.#lastWrite;
    const length = Math.min(most, this.#appended - this.#taken);
    const { buffer, bytesRead } = await (await this.#file).read(Buffer.alloc(length), 0, length, this.#taken);
    this.#taken += bytesRead;
    held.__spooledBytes = spooledBytes() - bytesRead;
    return buffer.subarray(0, bytesRead);
  }

  /** Gives the file back. To be called once, whole or broken off. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    held.__spooledBytes = spooledBytes() - (this.#appended - this.#taken);
    this.#taken = this.#appended;
    const closing = async () => {
      await this.#lastWrite.catch(() => undefined);
      await (await this.#file).close();
    };
    closing().catch(() => undefined);
  }
}
