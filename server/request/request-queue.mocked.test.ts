import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nobodyAt, personAsking, type Slot, takeSlot } from "./request-queue";

vi.mock("node:os", () => ({ availableParallelism: () => 4 }));

const taken: Slot[] = [];
let people = 0;

function anotherPerson() {
  people += 1;
  return personAsking(people);
}

async function take(asker = anotherPerson()): Promise<Slot> {
  const slot = await takeSlot("requests", asker);
  if (!slot) throw new Error("no slot");
  taken.push(slot);
  return slot;
}

/** Takes all sixteen slots. */
async function fill(): Promise<void> {
  for (let number = 0; number < 16; number += 1) await take();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const slot of taken.splice(0)) slot.release();
  vi.useRealTimers();
});

test("sixteen requests run at once; the next ones wait in order until one has ended", async () => {
  await fill();
  const order: string[] = [];
  const second = take().then(() => order.push("second"));
  const third = take().then(() => order.push("third"));
  await vi.advanceTimersByTimeAsync(14_999);
  expect(order).toEqual([]);
  taken[0]?.release();
  await second;
  expect(order).toEqual(["second"]);
  taken[1]?.release();
  await third;
  expect(order).toEqual(["second", "third"]);
});

test("releasing a slot twice frees one slot", async () => {
  await fill();
  taken[0]?.release();
  taken[0]?.release();
  await take();
  const next = takeSlot("requests", personAsking(0));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await next).toBeNull();
});

test("a request that has waited too long gets null, and takes no slot afterwards", async () => {
  await fill();
  const late = takeSlot("requests", personAsking(0));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await late).toBeNull();
  taken[0]?.release();
  expect(await take()).toBeTruthy();
});

test("two exports run at a time on enough cores, twenty wait, more are refused; requests have a queue apart", async () => {
  await fill();
  const exports = Array.from({ length: 25 }, (_, number) => takeSlot("exports", personAsking(number)));
  const refused = await Promise.all(exports.slice(22));
  expect(refused).toEqual([null, null, null]);
  for (const one of exports.slice(0, 22)) {
    const slot = await one;
    expect(slot).toBeTruthy();
    slot?.release();
  }
});

test("one person has at most four slots, all unauthenticated askers together too, and authenticated ones get the rest", async () => {
  const one = personAsking(1);
  for (let number = 0; number < 4; number += 1) await take(one);
  let isIn = false;
  void take(one).then(() => {
    isIn = true;
  });
  for (let number = 0; number < 4; number += 1) await take(nobodyAt(`198.51.100.${number}`));
  for (let number = 0; number < 8; number += 1) await take();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isIn).toBe(false);
  taken[4]?.release();
  taken[0]?.release();
  await vi.advanceTimersByTimeAsync(0);
  expect(isIn).toBe(true);
});

test("unauthenticated askers of many addresses leave three quarters of the slots, and those who wait are not passed over", async () => {
  for (let number = 0; number < 4; number += 1) await take(nobodyAt(`2001:db8::${number}`));
  const order: string[] = [];
  const fifth = take(nobodyAt("203.0.113.9")).then(() => order.push("nobody"));
  for (let number = 0; number < 12; number += 1) await take();
  const person = take().then(() => order.push("person"));
  taken[0]?.release();
  await fifth;
  taken[4]?.release();
  await person;
  expect(order).toEqual(["nobody", "person"]);
});

test("a slot says whether it was waited for, and an asker who leaves while waiting takes none", async () => {
  await fill();
  const gone = new AbortController();
  const first = takeSlot("requests", personAsking(0), gone.signal);
  const second = take();
  gone.abort();
  expect(await first).toBeNull();
  taken[0]?.release();
  expect((await second).hasWaited).toBe(true);
  taken[1]?.release();
  expect((await take()).hasWaited).toBe(false);
});

test("among many unauthenticated requests of one address the newest goes first and replaces the oldest; people keep their order", async () => {
  await fill();
  const flood = Array.from({ length: 300 }, () => takeSlot("requests", nobodyAt("203.0.113.1")));
  const people = [take(), take()];
  const newest = takeSlot("requests", nobodyAt("203.0.113.1"));
  expect(await flood[0]).toBeNull();
  const [first, second] = taken;
  first?.release();
  expect((await people[0])?.hasWaited).toBe(true);
  second?.release();
  expect((await people[1])?.hasWaited).toBe(true);
  taken[2]?.release();
  const slot = await newest;
  expect(slot).toBeTruthy();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await Promise.all(flood)).toEqual(Array.from({ length: 300 }, () => null));
  slot?.release();
});

test("addresses take turns however many requests each has, and the address with the most makes room for others", async () => {
  await fill();
  const flood = Array.from({ length: 150 }, () => takeSlot("requests", nobodyAt("203.0.113.1")));
  const flood2 = Array.from({ length: 150 }, () => takeSlot("requests", nobodyAt("203.0.113.2")));
  const other = takeSlot("requests", nobodyAt("198.51.100.9"));
  expect(await flood[0]).toBeNull();
  taken[0]?.release();
  const slot = await other;
  expect(slot).toBeTruthy();
  await vi.advanceTimersByTimeAsync(15_000);
  expect((await Promise.all([...flood, ...flood2])).filter(Boolean)).toHaveLength(0);
  slot?.release();
});
