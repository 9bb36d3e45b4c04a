import "server-only";
import type { ServerResponse } from "node:http";
import type { AnswerHead } from "../answer-control";
import type { RequestNote } from "../request-note";
import { AnswerSender } from "./sender";

/** By this header an action that Next passes on to its own page tells its status to the request that it came with. */
const passedOn = "x-action-status";

/** Headers that speak of a body which is not sent. */
const ofBody = ["Content-Encoding", "Content-Length", "Content-Type", "ETag", "Transfer-Encoding"];

type Raw = {
  writeHead: (status: number, ...rest: unknown[]) => ServerResponse;
  write: (bytes: Buffer, taken: () => void) => boolean;
  end: (body?: string) => ServerResponse;
};

/**
 * Stands between Next and the connection of one request: gives the answer the head that was set for it
 * (server/answer-control.ts), and takes its body as fast as it is made (server/sending/sender.ts).
 * It replaces methods of the response, as middleware for compression does.
 */
class ControlledAnswer {
  readonly sender: AnswerSender;
  readonly #raw: Raw;
  #isReplaced = false;
  #isMade = false;

  constructor(
    readonly response: ServerResponse,
    readonly note: RequestNote,
    readonly onMade: () => void,
  ) {
    this.#raw = {
      writeHead: response.writeHead.bind(response) as Raw["writeHead"],
      write: response.write.bind(response) as Raw["write"],
      end: response.end.bind(response) as Raw["end"],
    };
    this.sender = new AnswerSender({
      write: (piece, taken) => {
        // Node emits an error for what is written to a connection that is gone.
        if (!response.destroyed) this.#raw.write(piece, taken);
      },
      end: () => void this.#raw.end(),
      destroy: () => endAtOnce(response),
    });
  }

  writeHead(status: number, ...rest: unknown[]): ServerResponse {
    const { response, note } = this;
    if (note.replacement) {
      this.#isReplaced = true;
      for (const name of ofBody) response.removeHeader(name);
      response.setHeaders(new Headers(note.replacement.headers));
      response.setHeader("Content-Length", Buffer.byteLength(note.replacement.body));
      return this.#raw.writeHead(note.replacement.status);
    }
    const head = note.answerHead ?? this.#statusPassedOn();
    if (!head || isRedirect(status)) return this.#raw.writeHead(status, ...rest);
    response.setHeaders(new Headers(head.headers));
    if (response.req.headers["x-action-forwarded"] !== undefined) response.setHeader(passedOn, head.status);
    // A reason phrase would be that of the other status.
    const headers = rest.filter((one) => typeof one !== "string");
    return this.#raw.writeHead(head.status, ...headers);
  }

  /** The status of an action that another page has, to which Next has passed this request on: it gives back body and headers alone. */
  #statusPassedOn(): AnswerHead | null {
    const status = Number(this.response.getHeader(passedOn) ?? 0);
    this.response.removeHeader(passedOn);
    return status === 0 ? null : { status };
  }

  /** @returns true, never "wait": the sender keeps what the reader has not taken */
  write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#add(chunk, rest[0]);
    callbackIn(rest)?.();
    return true;
  }

  end(...given: unknown[]): ServerResponse {
    const { response, note, sender } = this;
    if (this.#isMade) return response;
    this.#isMade = true;
    const callback = callbackIn(given);
    if (callback) response.once("finish", callback);
    const [chunk, encoding] = typeof given[0] === "function" ? [] : given;
    if (!response.headersSent) this.#setLength(chunk, encoding);
    this.#add(chunk, encoding);
    if (this.#isReplaced) this.#raw.end(note.replacement?.body);
    else sender.finish();
    this.onMade();
    return response;
  }

  #add(chunk: unknown, encoding: unknown): void {
    // By the response's own name: whoever wraps it after us adds headers there.
    if (!this.response.headersSent) this.response.writeHead(this.response.statusCode);
    const bytes = this.#isReplaced ? null : bytesOf(chunk, encoding);
    if (bytes) this.sender.push(bytes);
  }

  /** An answer in one piece says how long it is, as Node would have it say. */
  #setLength(chunk: unknown, encoding: unknown): void {
    const { response } = this;
    const hasNoBody = response.statusCode === 204 || response.statusCode === 304 || response.req.method === "HEAD";
    if (hasNoBody || response.hasHeader("Content-Length") || response.hasHeader("Transfer-Encoding")) return;
    response.setHeader("Content-Length", bytesOf(chunk, encoding)?.length ?? 0);
  }
}

/**
 * Takes control of the answer to one request, before Next begins it.
 * @param onMade called once, when Next has nothing more to add; the reader may still be reading
 */
export function controlAnswer(response: ServerResponse, note: RequestNote, onMade: () => void): AnswerSender {
  const control = new ControlledAnswer(response, note, onMade);
  Object.assign(response, {
    writeHead: control.writeHead.bind(control),
    write: control.write.bind(control),
    end: control.end.bind(control),
  });
  return control.sender;
}

/**
 * Ends the connection and what the kernel still holds for it: closing it politely would leave that waiting
 * for a reader who does not read.
 */
export function endAtOnce(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
  response.destroy();
}

const isRedirect = (status: number) => status >= 300 && status < 400;

function bytesOf(chunk: unknown, encoding: unknown): Buffer | null {
  if (chunk === null || chunk === undefined) return null;
  if (typeof chunk === "string") return Buffer.from(chunk, encodingOf(encoding));
  const { buffer, byteOffset, byteLength } = chunk as Uint8Array;
  return Buffer.from(buffer, byteOffset, byteLength);
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === "string" && Buffer.isEncoding(encoding) ? encoding : "utf8";
}

function callbackIn(given: unknown[]): (() => void) | undefined {
  return given.find((one): one is () => void => typeof one === "function");
}
