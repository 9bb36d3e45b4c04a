import "server-only";
import type { ServerResponse } from "node:http";
import { AppError } from "@/domain/errors";
import type { AnswerHead } from "../request/answer-control";
import { answerRefused, give } from "../request/failed-request";
import type { RequestStore } from "../request/request-store";
import { AnswerSender } from "./sender";

/**
 * By this header an action that Next passes on to its own page tells its status to the request that
 * it came with.
 */
const passedOn = "x-action-status";

/** Headers that speak of a body which is not sent. */
const ofBody = ["Content-Encoding", "Content-Length", "Content-Type", "ETag", "Transfer-Encoding"];

/**
 * So many bytes of a page's data are held back until all of it is there: a navigation shows nothing
 * sooner, and what its queries fail with can still be its status.
 */
const heldBytes = 1_048_576;

type Raw = {
  writeHead: (status: number, ...rest: unknown[]) => ServerResponse;
  write: (bytes: Buffer, taken: () => void) => boolean;
  end: (body?: string) => ServerResponse;
  flushHeaders: () => void;
};

/**
 * Stands between Next and the connection of one request: gives the answer the head that was set for
 * it (server/request/answer-control.ts), and takes its body as fast as it is made
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
        // Node emits an error for what is written to a connection that is gone.
        if (!response.destroyed) this.#raw.write(piece, taken);
      },
      end: () => void this.#raw.end(),
      destroy: () => endAtOnce(response),
    });
  }

  writeHead(status: number, ...rest: unknown[]): ServerResponse {
    const { response, store } = this;
    // What compresses sends the head before its first piece: it is asked for again when there is an
    // answer.
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
    // A reason phrase would be that of the other status.
    const headers = rest.filter((one) => typeof one !== "string");
    return this.#raw.writeHead(head.status, ...headers);
  }

  /**
   * Where Next has no answer but 500, or has begun with the data of a page, what the request was
   * refused with is the answer. Next tells of the error as well, but often when it is too late.
   */
  #answerRefusal(status: number): void {
    const { response, store } = this;
    const isUnanswered = status === 500 || (isNavigation(response) && !isRedirect(status));
    if (!store.refusal || !isUnanswered) return;
    const { url: path = "/", headers } = response.req;
    give(store, answerRefused(new AppError(store.refusal), { path, headers, store }));
  }

  /**
   * The status of an action that another page has, to which Next has passed this request on: it
   * gives back body and headers alone.
   */
  #statusPassedOn(): AnswerHead | null {
    const status = Number(this.response.getHeader(passedOn) ?? 0);
    this.response.removeHeader(passedOn);
    return status === 0 ? null : { status };
  }

  /** Next sends the head as soon as there is a first piece. */
  flushHeaders(): void {
    if (!this.#held) this.#raw.flushHeaders();
  }

  /** @returns true, never "wait": the sender keeps what the reader has not taken */
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

  /** Keeps a piece back. @returns whether it did */
  #hold(chunk: unknown, encoding: unknown): boolean {
    const bytes = this.#held && bytesOf(chunk, encoding);
    if (!this.#held || !bytes) return this.#held !== null;
    this.#held.push(bytes);
    const size = this.#held.reduce((sum, { length }) => sum + length, 0);
    if (size > heldBytes) this.#add(this.#release(null, undefined), undefined);
    return true;
  }

  /** What was held back, with what follows it. */
  #release(last: unknown, encoding: unknown): unknown {
    const held = this.#held;
    this.#held = null;
    if (!held || held.length === 0) return last;
    return Buffer.concat([...held, bytesOf(last, encoding) ?? Buffer.alloc(0)]);
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
 * Ends the connection and what the kernel still holds for it: closing it politely would leave that
 * waiting for a reader who does not read.
 */
export function endAtOnce(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
  response.destroy();
}

/**
 * The data of a page for one that is open already; an action's answer has its status before its
 * data begin.
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
