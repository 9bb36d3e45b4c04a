import type { IncomingMessage } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Context } from "../context";
import { newRequestStore, type RequestStore, withRequestStore } from "../request/request-store";
import { contextOf } from "../testing";
import { actAsSite } from "../testing-process";
import { followRequest } from "./connections";
import { noteRights } from "./still-may";

let database: TestDatabase;
let person: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await contextOf(database.db, "officer");
  // Only the timers of the checks are faked: queries run in real time.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => void vi.useRealTimers());

/** A finished answer for this person that is being read slowly. */
function sendSlowly(): { store: RequestStore; abort: () => void } {
  const request = { headers: {}, socket: { destroyed: false, bytesRead: 0 } } as unknown as IncomingMessage;
  const store = newRequestStore(request);
  withRequestStore(store, () => noteRights(person));
  const abort = vi.fn();
  followRequest({ request, store, outgoing: { isStalled: () => false, abort, close: () => undefined } });
  store.isMade = true;
  return { store, abort };
}

it("checks the rights again while an answer is being read, and breaks it off if they are lost", async () => {
  const { store, abort } = sendSlowly();
  expect(await store.stillMay?.()).toBe(true);
  vi.advanceTimersByTime(6_000);
  await database.db
    .update(users)
    .set({ isActive: false })
    .where(eq(users.id, person.actor.userId ?? 0));
  expect(await store.stillMay?.()).toBe(false);
  vi.advanceTimersByTime(4_000);
  expect(abort).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  await vi.waitFor(() => expect(abort).toHaveBeenCalled());
});
