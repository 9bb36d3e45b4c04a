import "server-only";
import { AnswerSpool } from "./spool";

/** The size of the pieces written to the connection; each piece taken counts as progress. */
const pieceBytes = 16_384;
/** The most bytes that the connection holds at once. */
const windowBytes = 65_536;
/** The most bytes of one answer that wait in memory; the rest goes to a temporary file. */
const memoryBytes = 262_144;
/** A reader who takes no piece for this long counts as gone. */
export const stalledAfterMs = 20_000;

/** The connection as the sender sees it. */
export type Outlet = {
  write: (piece: Buffer, taken: () => void) => void;
  end: () => void;
  /** Breaks off the connection. */
  destroy: () => void;
};

/**
 * Accepts an answer as fast as it is made and passes it on as fast as it is read, so that Next
 * never waits for the reader.
 */
export class AnswerSender {
  readonly #outlet: Outlet;
  readonly #makeSpool: () => AnswerSpool;
  readonly #clock: () => number;
  #inFlight = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #spool: AnswerSpool | undefined;
  #isTaking = false;
  #isFinished = false;
  #isOver = false;
  #progressAt: number;

  constructor(outlet: Outlet, { makeSpool = () => new AnswerSpool(), clock = () => performance.now() } = {}) {
    this.#outlet = outlet;
    this.#makeSpool = makeSpool;
    this.#clock = clock;
    this.#progressAt = clock();
  }

  /** Adds bytes to the answer. Breaks off the connection if there is no room for them. */
  push(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && !this.#isOver; at += pieceBytes) {
      this.#add(bytes.subarray(at, at + pieceBytes));
    }
  }

  /** Marks the answer as complete: it ends once everything has been passed on. */
  finish(): void {
    this.#isFinished = true;
    this.#pump();
  }

  /** True if bytes are being sent and the reader has taken none for too long. */
  isStalled(): boolean {
    return !this.#isOver && this.#inFlight > 0 && this.#clock() - this.#progressAt > stalledAfterMs;
  }

  /** Breaks off the answer and the connection. */
  abort(): void {
    this.close();
    this.#outlet.destroy();
  }

  /** Discards everything that waits; to be called when the connection has ended as well. */
  close(): void {
    this.#isOver = true;
    this.#waiting = [];
    this.#spool?.close();
  }

  #add(piece: Buffer): void {
    const isFree = this.#inFlight < windowBytes && this.#waiting.length === 0 && !this.#hasSpooled();
    if (isFree) this.#send(piece);
    else if (!this.#hasSpooled() && this.#waitingBytes + piece.length <= memoryBytes) this.#keep(piece);
    else this.#spoolOut(piece);
  }

  #hasSpooled(): boolean {
    return this.#isTaking || !(this.#spool?.isEmpty ?? true);
  }

  #keep(piece: Buffer): void {
    this.#waiting.push(piece);
    this.#waitingBytes += piece.length;
  }

  #spoolOut(piece: Buffer): void {
    try {
      this.#spool ??= this.#makeSpool();
      this.#spool.append(piece);
    } catch {
      this.abort();
    }
  }

  #send(piece: Buffer): void {
    if (this.#inFlight === 0) this.#progressAt = this.#clock();
    this.#inFlight += piece.length;
    this.#outlet.write(piece, () => {
      this.#inFlight -= piece.length;
      this.#progressAt = this.#clock();
      this.#pump();
    });
  }

  #pump(): void {
    while (!this.#isOver && this.#inFlight < windowBytes) {
      const piece = this.#waiting.shift();
      if (!piece) break;
      this.#waitingBytes -= piece.length;
      this.#send(piece);
    }
    if (this.#isOver || this.#waiting.length > 0) return;
    if (this.#hasSpooled()) this.#takeFromSpool();
    else if (this.#isFinished) {
      this.#isOver = true;
      this.#spool?.close();
      this.#outlet.end();
    }
  }

  #takeFromSpool(): void {
    if (this.#isTaking || !this.#spool || this.#inFlight >= windowBytes) return;
    this.#isTaking = true;
    this.#spool.take(pieceBytes).then(
      (piece) => {
        this.#isTaking = false;
        if (this.#isOver) return;
        this.#send(piece);
        this.#pump();
      },
      () => this.abort(),
    );
  }
}
