import { beforeEach, expect, test, vi } from "vitest";

const askDatabase = vi.hoisted(() => vi.fn<() => Promise<{ isReadOnly: boolean }>>());
vi.mock("@/db/client", () => ({ askDatabase }));
vi.mock("./log", () => ({ log: () => ({ error: () => undefined }) }));

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  delete (globalThis as { __pulse?: unknown }).__pulse;
  delete (globalThis as { __diskFullAt?: unknown }).__diskFullAt;
  askDatabase.mockReset().mockResolvedValue({ isReadOnly: false });
});

const isUp = async () => (await import("./health")).isDatabaseUp();

test("asks again for each page: a yes is not cached", async () => {
  expect(await isUp()).toBe(true);
  askDatabase.mockRejectedValue(new Error("gone"));
  expect(await isUp()).toBe(false);
  expect(askDatabase).toHaveBeenCalledTimes(2);
});

test("asks once for all who wait at the same time", async () => {
  let answer: () => void = () => undefined;
  askDatabase.mockReturnValue(
    new Promise((resolve) => {
      answer = () => resolve({ isReadOnly: false });
    }),
  );
  const { isDatabaseUp } = await import("./health");
  const waiting = [isDatabaseUp(), isDatabaseUp(), isDatabaseUp()];
  answer();
  expect(await Promise.all(waiting)).toEqual([true, true, true]);
  expect(askDatabase).toHaveBeenCalledTimes(1);
});

test("asks at most once a second for callers who accept an answer of that age", async () => {
  const { isDatabaseUp } = await import("./health");
  for (let time = 0; time < 900; time += 100) {
    expect(await isDatabaseUp(1_000)).toBe(true);
    vi.advanceTimersByTime(100);
  }
  expect(askDatabase).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(101);
  await isDatabaseUp(1_000);
  expect(askDatabase).toHaveBeenCalledTimes(2);
});

test("a no is cached for a second, then the database is asked again", async () => {
  askDatabase.mockRejectedValueOnce(new Error("gone"));
  expect(await isUp()).toBe(false);
  expect(await isUp()).toBe(false);
  expect(askDatabase).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_001);
  expect(await isUp()).toBe(true);
});

test("asks once more if the process itself was held up, so that an unread answer does not count as a no", async () => {
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  const heldUp = async () => {
    now += 2_500;
    throw new Error("timeout");
  };
  askDatabase.mockImplementationOnce(heldUp);
  expect(await isUp()).toBe(true);
  askDatabase.mockReset().mockImplementation(heldUp);
  expect(await isUp()).toBe(false);
  expect(askDatabase).toHaveBeenCalledTimes(2);
  clock.mockRestore();
});

test("says that a database which answers is read-only, or that its disk was full a moment ago", async () => {
  const { databaseCondition } = await import("./health");
  const { recordRefusal } = await import("../database/database-condition");
  expect(await databaseCondition(0)).toBe("ready");
  askDatabase.mockResolvedValue({ isReadOnly: true });
  expect(await databaseCondition(0)).toBe("read_only");
  recordRefusal("STORAGE_FULL", { code: "53100", constraint: null, syscall: null, message: "could not extend file" });
  expect(await databaseCondition(0)).toBe("disk_full");
  vi.advanceTimersByTime(3_001);
  askDatabase.mockResolvedValue({ isReadOnly: false });
  expect(await databaseCondition(0)).toBe("ready");
  askDatabase.mockRejectedValue(new Error("gone"));
  expect(await databaseCondition(0)).toBe("away");
});
