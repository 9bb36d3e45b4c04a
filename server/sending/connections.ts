import "server-only";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { RequestStore } from "../request/request-store";
import { type Arrival, arrivedBytes, mayStillArrive, newArrival } from "./arrival";

/** The most bytes that all incomplete bodies together may hold. */
const arrivingLimit = 268_435_456;
const lookEveryMs = 1_000;

/** An answer that is being sent on a connection (server/sending/sender.ts, file-watch.ts). */
export type Outgoing = { isStalled: () => boolean; abort: () => void; close: () => void };

/** The interval at which rights are checked again while an answer is sent to a slow reader. */
const askAgainMs = 5_000;

type Sending = { outgoing: Outgoing; socket: Socket; store: RequestStore; askedAt: number };
const arriving = new Set<Arrival>();
const sending = new Set<Sending>();
let isLooking = false;

type Followed = { request: IncomingMessage; outgoing: Outgoing; store: RequestStore };

/**
 * Follows one request from its head to the end of its answer, and ends the connection if the body
 * arrives or the answer is read too slowly.
 * @returns to be called when the answer has ended, complete or broken off
 */
export function followRequest({ request, outgoing, store }: Followed): () => void {
  startLooking();
  const arrival = newArrival(request);
  if (arrival) arriving.add(arrival);
  const one = { outgoing, socket: request.socket, store, askedAt: performance.now() };
  sending.add(one);
  return () => {
    outgoing.close();
    sending.delete(one);
  };
}

function startLooking(): void {
  if (isLooking) return;
  isLooking = true;
  setInterval(look, lookEveryMs).unref();
}

function look(): void {
  let total = 0;
  for (const arrival of arriving) {
    const { complete, socket } = arrival.request;
    // An answer does not end the body: a refused body may still be arriving.
    if (complete || socket.destroyed) arriving.delete(arrival);
    else if (!mayStillArrive(arrival)) endArrival(arrival);
    else total += arrivedBytes(arrival);
  }
  if (total > arrivingLimit) endLargest(total);
  for (const one of sending) {
    if (one.outgoing.isStalled()) one.outgoing.abort();
    else if (one.socket.destroyed) one.outgoing.close();
    else {
      void endIfForbidden(one);
      continue;
    }
    sending.delete(one);
  }
}

/** Breaks off an answer whose receiver has lost the right to it. */
async function endIfForbidden(one: Sending): Promise<void> {
  const { outgoing, store } = one;
  const now = performance.now();
  if (!store.isMade || !store.stillMay || now - one.askedAt < askAgainMs) return;
  one.askedAt = now;
  if (!(await store.stillMay())) outgoing.abort();
}

function endLargest(total: number): void {
  let left = total;
  for (const arrival of [...arriving].sort((a, b) => arrivedBytes(b) - arrivedBytes(a))) {
    if (left <= arrivingLimit) return;
    left -= arrivedBytes(arrival);
    endArrival(arrival);
  }
}

/**
 * Answers 408 if nothing has been answered yet, as Node does for late heads, and closes the
 * connection.
 */
function endArrival(arrival: Arrival): void {
  arriving.delete(arrival);
  const { socket } = arrival.request;
  if (socket.writable && socket.bytesWritten === 0)
    socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  socket.destroySoon();
}
