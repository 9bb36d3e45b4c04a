import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepUp } from "./keep-up";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that copies a number which changes meanwhile. */
function copying(again: () => number | null = () => null) {
  const state = { now: 0, copied: 0, runs: 0, isRunning: false };
  const work = async () => {
    expect(state.isRunning).toBe(false);
    state.isRunning = true;
    const seen = state.now;
    await Promise.resolve();
    state.copied = seen;
    state.runs += 1;
    state.isRunning = false;
    return again();
  };
  return { state, work };
}

it("follows many changes with few runs, and always ends with one after the last change", async () => {
  const { state, work } = copying();
  const keeper = keepUp(work, 1_000);
  for (let number = 1; number <= 100; number += 1) {
    state.now = number;
    keeper.ask();
    await vi.advanceTimersByTimeAsync(30);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state).toMatchObject({ copied: 100, isRunning: false });
  expect(state.runs).toBeLessThanOrEqual(5);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(state.runs).toBeLessThanOrEqual(5);
});

it("runs at the end of the process without waiting, even if no run was requested since", async () => {
  const { state, work } = copying();
  const keeper = keepUp(work, 1_000);
  keeper.ask();
  await vi.advanceTimersByTimeAsync(10);
  state.now = 7;
  await keeper.settle();
  expect(state.copied).toBe(7);
  const { runs } = state;
  keeper.ask();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(state.runs).toBe(runs);
});

it("runs again by itself if the work returns a time, and sooner when asked", async () => {
  let againMs: number | null = 30_000;
  const { state, work } = copying(() => againMs);
  const keeper = keepUp(work, 1_000);
  keeper.ask();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(state.runs).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(state.runs).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  againMs = null;
  keeper.ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(state.runs).toBe(3);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(state.runs).toBe(3);
});
