import "server-only";
import type { ServerResponse } from "node:http";
import { AppError } from "@/domain/errors";
import type { AnswerHead } from "../request/answer-control";
import { answerRefused, give } from "../request/failed-request";
import type { RequestStore } from "../request/request-store";
import { AnswerSender } from "./sender";

/**
 * Header with the status of an action that Next has forwarded to another page, read by the request
 * that forwarded it.
 */
const passedOn = "x-action-status";

/** Headers that describe a body which is not sent. */
const ofBody = ["Content-Encoding", "Content-Length", "Content-Type", "ETag", "Transfer-Encoding"];

/**
 * Up to this many bytes of a page's data are held back until it is complete: a navigation shows
 * nothing earlier, and the status can still be that of a failed query.
 */
const heldBytes = 1_048_576;

type Raw = {
  writeHead: (status: number, ...rest: unknown[]) => ServerResponse;
  write: (bytes: Buffer, taken: () => void) => boolean;
  end: (body?: string) => ServerResponse;
  flushHeaders: () => void;
};

/**
 * Controls the answer between Next and the connection: applies the head set for it
 * (server/request/answer-control.ts), and accepts its body as fast as it is made
 * (server/sending/sender.ts). It replaces methods of the response, as middleware for compression
 * does.
 */
class ControlledAnswer {
  readonly sender: AnswerSender;
  readonly #raw: Raw;
  #isReplaced = false;
  #isMade = false;
  #held: Buffer[] | null;

  constructor(
    readonly response: ServerResponse,
    readonly store: RequestStore,
    readonly onMade: () => void,
  ) {
    this.#raw = {
      writeHead: response.writeHead.bind(response) as Raw["writeHead"],
      write: response.write.bind(response) as Raw["write"],
      end: response.end.bind(response) as Raw["end"],
      flushHeaders: response.flushHeaders.bind(response),
    };
    this.#held = isNavigation(response) ? [] : null;
    this.sender = new AnswerSender({
      write: (piece, taken) => {
        // Node emits an error if something is written to a closed connection.
        if (!response.destroyed) this.#raw.write(piece, taken);
      },
      end: () => void this.#raw.end(),
      destroy: () => endAtOnce(response),
    });
  }

  writeHead(status: number, ...rest: unknown[]): ServerResponse {
    const { response, store } = this;
    // Compression sends the head before its first piece. The head is noted, and `writeHead` runs
    // again when there is something to send.
    if (this.#held) {
      response.statusCode = status;
      const given = rest.find((one) => typeof one === "object" && one !== null && !Array.isArray(one));
      for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value);
      return response;
    }
    this.#answerRefusal(status);
    if (store.replacement) {
      this.#isReplaced = true;
      for (const name of ofBody) response.removeHeader(name);
      response.setHeaders(new Headers(store.replacement.headers));
      response.setHeader("Content-Length", Buffer.byteLength(store.replacement.body));
      return this.#raw.writeHead(store.replacement.status);
    }
    const head = store.answerHead ?? this.#statusPassedOn();
    if (!head || isRedirect(status)) return this.#raw.writeHead(status, ...rest);
    response.setHeaders(new Headers(head.headers));
    if (response.req.headers["x-action-forwarded"] !== undefined) response.setHeader(passedOn, head.status);
    // The reason phrase is left out, because it belongs to the other status.
    const headers = rest.filter((one) => typeof one !== "string");
    return this.#raw.writeHead(head.status, ...headers);
  }

  /**
   * If Next answers with 500, or has begun to send the data of a page, the answer is the refusal of
   * the request. Next reports the error too, but often too late.
   */
  #answerRefusal(status: number): void {
    const { response, store } = this;
    const isUnanswered = status === 500 || (isNavigation(response) && !isRedirect(status));
    if (!store.refusal || !isUnanswered) return;
    const { url: path = "/", headers } = response.req;
    give(store, answerRefused(new AppError(store.refusal), { path, headers, store }));
  }

  /**
   * The status of an action that Next has forwarded to another page; Next itself returns only its
   * body and headers.
   */
  #statusPassedOn(): AnswerHead | null {
    const status = Number(this.response.getHeader(passedOn) ?? 0);
    this.response.removeHeader(passedOn);
    return status === 0 ? null : { status };
  }

  /** Next flushes the head as soon as there is a first piece. */
  flushHeaders(): void {
    if (!this.#held) this.#raw.flushHeaders();
  }

  /** @returns always true: the sender buffers what the reader has not taken yet */
  write(chunk: unknown, ...rest: unknown[]): boolean {
    if (!this.#hold(chunk, rest[0])) this.#add(chunk, rest[0]);
    callbackIn(rest)?.();
    return true;
  }

  end(...given: unknown[]): ServerResponse {
    const { response, store, sender } = this;
    if (this.#isMade) return response;
    this.#isMade = true;
    const callback = callbackIn(given);
    if (callback) response.once("finish", callback);
    const [last, encoding] = typeof given[0] === "function" ? [] : given;
    const chunk = this.#release(last, encoding);
    if (!response.headersSent) this.#setLength(chunk, encoding);
    this.#add(chunk, encoding);
    if (this.#isReplaced) this.#raw.end(store.replacement?.body);
    else sender.finish();
    this.onMade();
    return response;
  }

  /**
   * Holds a piece back.
   * @returns true if it was held
   */
  #hold(chunk: unknown, encoding: unknown): boolean {
    const bytes = this.#held && bytesOf(chunk, encoding);
    if (!this.#held || !bytes) return this.#held !== null;
    this.#held.push(bytes);
    const size = this.#held.reduce((sum, { length }) => sum + length, 0);
    if (size > heldBytes) this.#add(this.#release(null, undefined), undefined);
    return true;
  }

  /** The held pieces, followed by the last one. */
  #release(last: unknown, encoding: unknown): unknown {
    const held = this.#held;
    this.#held = null;
    if (!held || held.length === 0) return last;
    return Buffer.concat([...held, bytesOf(last, encoding) ?? Buffer.alloc(0)]);
  }

  #add(chunk: unknown, encoding: unknown): void {
    // Called by its name on the response, because wrappers installed later add headers there.
    if (!this.response.headersSent) this.response.writeHead(this.response.statusCode);
    const bytes = this.#isReplaced ? null : bytesOf(chunk, encoding);
    if (bytes) this.sender.push(bytes);
  }

  /** Sets Content-Length for an answer in one piece, as Node would. */
  #setLength(chunk: unknown, encoding: unknown): void {
    const { response } = this;
    const hasNoBody = response.statusCode === 204 || response.statusCode === 304 || response.req.method === "HEAD";
    if (hasNoBody || response.hasHeader("Content-Length") || response.hasHeader("Transfer-Encoding")) return;
    response.setHeader("Content-Length", bytesOf(chunk, encoding)?.length ?? 0);
  }
}

/**
 * Takes control of the answer to one request, before Next begins it.
 * @param onMade called once, when Next has finished the answer; the reader may still be reading
 */
export function controlAnswer(response: ServerResponse, store: RequestStore, onMade: () => void): AnswerSender {
  const control = new ControlledAnswer(response, store, onMade);
  Object.assign(response, {
    writeHead: control.writeHead.bind(control),
    write: control.write.bind(control),
    end: control.end.bind(control),
    flushHeaders: control.flushHeaders.bind(control),
  });
  return control.sender;
}

/**
 * Ends the connection and discards what the kernel still holds for it; a graceful close would leave
 * that waiting for a reader who does not read.
 */
export function endAtOnce(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
  response.destroy();
}

/**
 * True for the data of a page requested by an open page. An action's status is known before its
 * data begins.
 */
const isNavigation = ({ req: { headers, method } }: ServerResponse) => method === "GET" && headers.rsc !== undefined;

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
