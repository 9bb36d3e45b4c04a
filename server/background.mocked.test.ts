import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runLater, settleBackground } from "./background";

const error = vi.hoisted(() => vi.fn());
vi.mock("./observability/log", () => ({ log: () => ({ error }) }));

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await settleBackground();
  vi.useRealTimers();
});

it("starts nothing within the request, and runs the task some seconds later", async () => {
  const work = vi.fn(async () => undefined);
  expect(runLater("test", work)).toBe(true);
  await vi.advanceTimersByTimeAsync(999);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_001);
  expect(work).toHaveBeenCalledTimes(1);
});

it("runs one task at a time, and continues after one that fails", async () => {
  const order: string[] = [];
  let finish: () => void = () => undefined;
  runLater("slow", async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    order.push("slow");
  });
  await vi.advanceTimersByTimeAsync(6_000);
  runLater("failing", async () => Promise.reject(new Error("no mail server")));
  runLater("last", async () => void order.push("last"));
  await vi.advanceTimersByTimeAsync(6_000);
  expect(order).toEqual([]);
  finish();
  await settleBackground();
  expect(order).toEqual(["slow", "last"]);
  expect(error).toHaveBeenCalledWith(expect.objectContaining({ event: "background_failed", name: "failing" }));
});

it("runs the waiting tasks before the process ends, and refuses more than the limit", async () => {
  const work = vi.fn(async () => undefined);
  for (let number = 0; number < 200; number += 1) expect(runLater("test", work)).toBe(true);
  expect(runLater("test", work)).toBe(false);
  await settleBackground();
  expect(work).toHaveBeenCalledTimes(200);
});
