import "server-only";
import { randomBytes } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** The most bytes that all answers together may store on disk for slow readers. */
const totalLimit = 1_073_741_824;

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __spooledBytes?: number };

/** The number of bytes on disk for slow readers. */
export const spooledBytes = (): number => shared.__spooledBytes ?? 0;

/** Thrown if the limit of bytes on disk is reached. */
export class SpoolFull extends Error {}

/**
 * A temporary file that holds the rest of an answer until its reader takes it. Its name is removed
 * once it is open, so that nothing is left behind however the process ends.
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
    // A failure is thrown by `take`, which is called later.
    this.#lastWrite.catch(() => undefined);
  }

  /** True if all bytes have been taken. */
  get isEmpty(): boolean {
    return this.#taken === this.#appended;
  }

  /** @throws SpoolFull if the limit of this process is reached */
  append(piece: Buffer): void {
    if (spooledBytes() + piece.length > totalLimit) throw new SpoolFull("no room for slow readers");
    const position = this.#appended;
    this.#appended += piece.length;
    shared.__spooledBytes = spooledBytes() + piece.length;
    const writing = this.#lastWrite.then(async () => (await this.#file).write(piece, 0, piece.length, position));
    this.#lastWrite = writing;
    writing.catch(() => undefined);
  }

  /**
   * The next bytes, in order.
   * @param most the largest number of bytes
   * @throws the file system's error if a write or read failed
   */
  async take(most: number): Promise<Buffer> {
    await this.#lastWrite;
    const length = Math.min(most, this.#appended - this.#taken);
    const { buffer, bytesRead } = await (await this.#file).read(Buffer.alloc(length), 0, length, this.#taken);
    this.#taken += bytesRead;
    shared.__spooledBytes = spooledBytes() - bytesRead;
    return buffer.subarray(0, bytesRead);
  }

  /** Closes the file. To be called once, whether the answer is complete or broken off. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    shared.__spooledBytes = spooledBytes() - (this.#appended - this.#taken);
    this.#taken = this.#appended;
    const closing = async () => {
      await this.#lastWrite.catch(() => undefined);
      await (await this.#file).close();
    };
    closing().catch(() => undefined);
  }
}
