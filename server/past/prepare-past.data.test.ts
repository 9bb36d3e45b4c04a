import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { isPastReady } from "@/db/past/ensure-past";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Context } from "../context";
import { readPastMoment } from "../gate/read-as-of";
import { enterRequestStore } from "../request/request-store";
import { everyRole } from "../testing";
import { addEntry } from "../testing-entries";
import { actAsSite } from "../testing-process";
import { lookBack } from "./as-of";
import { pastLimits } from "./past-days";

let database: TestDatabase;
let as: Awaited<ReturnType<typeof everyRole>>;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database, { LOG_LEVEL: "silent" });
  as = await everyRole(database.db);
  const id = await addEntry(database.db, { stage: "submitted" });
  const note = { change: "test", recordedAt: effectiveAt("2023-01-01"), recordedBy: null, recordedByName: "Test" };
  await database.db.transaction((tx) =>
    appendEntryVersion(tx, id, { ...note, effectiveAt: effectiveAt("2023-01-01") }),
  );
});
afterAll(async () => {
  delete (globalThis as { __pastDays?: unknown }).__pastDays;
  await database.drop();
});
beforeEach(() => {
  delete (globalThis as { __pastDays?: unknown }).__pastDays;
});

/** One request of this person, from its beginning. */
async function within<T>({ actor }: Context, run: () => Promise<T>): Promise<T> {
  // The store belongs to this request alone.
  await Promise.resolve();
  const note = enterRequestStore({ headers: {}, socket: { remoteAddress: "127.0.0.1" } as never });
  note.actorId = actor.userId ?? undefined;
  return run();
}
const gate = (who: Context, path: string) =>
  within(who, () => readPastMoment(new NextRequest(new URL(path, "http://127.0.0.1:3000"))));
const dayOf = (number: number) => new Date(Date.UTC(2023, 2, 1 + number)).toISOString().slice(0, 10);
const isReady = (day: string) => isPastReady(database.db, { day });

/** Repeats the request until it is no longer told to come back. */
async function untilReady(who: Context, path: string): Promise<void> {
  const codeNow = async () => (await gate(who, path))?.code ?? null;
  await expect.poll(codeNow, { timeout: 30_000 }).toBeNull();
}

describe("the gate", () => {
  it("prepares the days that an address asks for before its page begins: lists, exports and both moments of a comparison", async () => {
    await untilReady(as.officer, "/activities?asof=2023-03-01");
    await untilReady(as.officer, "/activities/export?format=csv&asof=2023-03-02");
    await untilReady(as.officer, "/meetings/compare?from=2023-03-03&to=2023-03-04");
    await untilReady(as.officer, "/api/v1/entries?asof=2023-03-05");
    for (const day of [0, 1, 2, 3, 4].map(dayOf)) expect(await isReady(day), day).toBe(true);
  });

  it("prepares nothing if nobody is signed in", async () => {
    const nobody = { ...as.viewer, actor: { ...as.viewer.actor, userId: null } };
    expect(await gate(nobody, "/activities?asof=2023-05-01")).toBeNull();
    expect(await isReady("2023-05-01")).toBe(false);
  });

  it("refuses a person's new days beyond the budget with a message; prepared days stay free, and others have their own budget", async () => {
    for (let number = 0; number < pastLimits.budget; number += 1)
      await untilReady(as.viewer, `/activities?asof=${dayOf(20 + number)}`);
    const refusal = await gate(as.viewer, `/activities?asof=${dayOf(60)}`);
    expect(refusal).toMatchObject({ code: "AS_OF_SPENT", params: { minutes: 10 } });
    expect(await gate(as.viewer, `/plans?asof=${dayOf(20 + pastLimits.budget - 1)}`)).toBeNull();
    const moments = `from=${dayOf(61)}&to=${dayOf(62)}`;
    expect(await gate(as.viewer, `/meetings/compare?${moments}`)).toMatchObject({ code: "AS_OF_SPENT" });
    await untilReady(as.manager, `/activities?asof=${dayOf(60)}`);
    expect(await gate(as.viewer, `/activities?asof=${dayOf(60)}`)).toBeNull();
  });
});

describe("looking back within a request", () => {
  it("is limited as at the gate", async () => {
    for (let number = 0; number < pastLimits.budget; number += 1)
      await untilReady(as.focal, `/activities?asof=${dayOf(80 + number)}`);
    const look = (day: string) => within(as.focal, () => lookBack(as.focal, { day, meeting: null }));
    await expect(look(dayOf(99))).rejects.toMatchObject({ code: "AS_OF_SPENT" });
    expect((await look(dayOf(89))).asOf?.day).toBe(dayOf(89));
  });
});

it("a failed filling is refused as the database's failure, and the next try fills the day", async () => {
  const { db } = database;
  const broken = vi.spyOn(db, "transaction").mockRejectedValueOnce(new Error("no connection"));
  await expect(gate(as.admin, "/activities?asof=2023-07-01")).rejects.toThrow("no connection");
  broken.mockRestore();
  await untilReady(as.admin, "/activities?asof=2023-07-01");
  expect(await isReady("2023-07-01")).toBe(true);
});
