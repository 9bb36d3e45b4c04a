import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Place, takePlace } from "./line";

vi.mock("node:os", () => ({ availableParallelism: () => 4 }));

const taken: Place[] = [];

async function take(): Promise<Place> {
  const place = await takePlace("requests");
  if (!place) throw new Error("no place");
  taken.push(place);
  return place;
}

/** All sixteen places. */
async function fill(): Promise<void> {
  for (let number = 0; number < 16; number += 1) await take();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const place of taken.splice(0)) place.leave();
  vi.useRealTimers();
});

test("sixteen requests are worked on at once; the next ones wait in order until one has ended", async () => {
  await fill();
  const order: string[] = [];
  const second = take().then(() => order.push("second"));
  const third = take().then(() => order.push("third"));
  await vi.advanceTimersByTimeAsync(14_999);
  expect(order).toEqual([]);
  taken[0]?.leave();
  await second;
  expect(order).toEqual(["second"]);
  taken[1]?.leave();
  await third;
  expect(order).toEqual(["second", "third"]);
});

test("leaving twice gives one place back", async () => {
  await fill();
  taken[0]?.leave();
  taken[0]?.leave();
  await take();
  const next = takePlace("requests");
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await next).toBeNull();
});

test("who has waited in vain is told so, and takes nobody's place afterwards", async () => {
  await fill();
  const late = takePlace("requests");
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await late).toBeNull();
  taken[0]?.leave();
  expect(await take()).toBeTruthy();
});

test("two exports are made at a time where there are cores for it, twenty wait, more are asked to come back; requests stand in another line", async () => {
  await fill();
  const exports = Array.from({ length: 25 }, () => takePlace("exports"));
  const refused = await Promise.all(exports.slice(22));
  expect(refused).toEqual([null, null, null]);
  for (const one of exports.slice(0, 22)) {
    const place = await one;
    expect(place).toBeTruthy();
    place?.leave();
  }
});
