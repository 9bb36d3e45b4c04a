import "server-only";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * The most requests of one connection that may wait for earlier answers. No browser sends more than
 * one.
 */
const mostWaiting = 200;

type Waiting = { response: ServerResponse; begin: () => void };

const pipelines = new WeakMap<Socket, Pipeline>();

/**
 * Begins the requests of one connection one after the other, each when the previous answer has been
 * sent. Without this, pipelined requests would all be worked on while none of their answers is
 * read.
 * @param onDropped called for each request that will not begin because its connection has ended
 */
export function beginInTurn(socket: Socket, request: Waiting, onDropped: (response: ServerResponse) => void): void {
  const pipeline = pipelines.get(socket) ?? new Pipeline(socket, onDropped);
  pipelines.set(socket, pipeline);
  pipeline.add(request);
}

class Pipeline {
  readonly #waiting: Waiting[] = [];
  #isBusy = false;

  constructor(
    readonly socket: Socket,
    readonly onDropped: (response: ServerResponse) => void,
  ) {
    socket.once("close", () => this.#dropAll());
  }

  add(request: Waiting): void {
    this.#waiting.push(request);
    if (this.#waiting.length > mostWaiting) this.socket.destroy();
    this.#beginNext();
  }

  #beginNext(): void {
    if (this.#isBusy) return;
    if (this.socket.destroyed) this.#dropAll();
    const next = this.#waiting.shift();
    if (!next) return;
    this.#isBusy = true;
    next.response.once("close", () => {
      this.#isBusy = false;
      this.#beginNext();
    });
    next.begin();
  }

  #dropAll(): void {
    for (const { response } of this.#waiting.splice(0)) this.onDropped(response);
  }
}
