import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { newRequestStore, requestStore, storeActor, withRequestStore } from "./request-store";

const from = (remoteAddress: string, headers: IncomingMessage["headers"] = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as Pick<IncomingMessage, "headers" | "socket">;

test.each([
  ["127.0.0.1", {}, true],
  ["::ffff:127.0.0.1", {}, true],
  ["::1", {}, true],
  ["127.0.0.1", { "x-forwarded-for": "198.51.100.7" }, false],
  ["127.0.0.1", { forwarded: "for=198.51.100.7" }, false],
  ["127.0.0.1", { via: "1.1 proxy" }, false],
  ["198.51.100.7", {}, false],
  ["::ffff:10.0.0.1", {}, false],
  ["", {}, false],
])("%s with %j is local: %s", (address, headers, isLocal) => {
  expect(newRequestStore(from(address, headers))).toMatchObject({ isLocal, peer: address });
});

test("concurrent requests have a store each", async () => {
  const serve = (userId: number) =>
    withRequestStore(newRequestStore(from("::1")), async () => {
      await Promise.resolve();
      storeActor(userId);
      await Promise.resolve();
      return requestStore()?.actorId;
    });
  expect(await Promise.all([serve(1), serve(2), serve(3)])).toEqual([1, 2, 3]);
});
