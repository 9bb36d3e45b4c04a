import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { mayStillArrive, newArrival } from "./arrival";

const requestWith = (headers: Record<string, string>) => {
  const socket = { bytesRead: 500 };
  return { request: { headers, socket } as unknown as IncomingMessage, socket };
};

it("follows requests with a body only", () => {
  expect(newArrival(requestWith({}).request)).toBeNull();
  expect(newArrival(requestWith({ "content-length": "0" }).request)).toBeNull();
  expect(newArrival(requestWith({ "content-length": "5" }).request)).not.toBeNull();
  expect(newArrival(requestWith({ "transfer-encoding": "chunked" }).request)).not.toBeNull();
});

/** The number of seconds that a body arriving at this pace is allowed. */
function lasts(bytesPerSecond: number, most = 400): number {
  const { request, socket } = requestWith({ "content-length": "10000000" });
  const arrival = newArrival(request, 0);
  if (!arrival) throw new Error("no body");
  for (let second = 1; second <= most; second += 1) {
    socket.bytesRead += bytesPerSecond;
    if (!mayStillArrive(arrival, second * 1_000)) return second;
  }
  return most;
}

it("ends a body that drips within a minute, and leaves one that keeps its pace", () => {
  expect(lasts(1)).toBeLessThanOrEqual(60);
  expect(lasts(30_000)).toBeLessThanOrEqual(60);
  expect(lasts(33_000)).toBe(400);
});
