import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pastDays, pastLimits } from "./past-days";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const dayOf = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
const day = dayOf(0);
const other = dayOf(1);

/** Days whose filling ends when the test says so. */
function open() {
  const ready = new Set<string>();
  const state = { filling: [] as string[], most: 0, begun: [] as string[], failed: [] as string[] };
  const endings = new Map<string, (error?: Error) => void>();
  const days = pastDays({
    isReady: async (one) => ready.has(one),
    fill: (one) =>
      new Promise<void>((resolve, reject) => {
        state.begun.push(one);
        state.filling.push(one);
        state.most = Math.max(state.most, state.filling.length);
        endings.set(one, (error) => {
          state.filling = state.filling.filter((each) => each !== one);
          if (error) return reject(error);
          ready.add(one);
          resolve();
        });
      }),
    onFailure: (one) => state.failed.push(one),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const end = async (one: string, error?: Error) => {
    await settle();
    endings.get(one)?.(error);
    await settle();
  };
  return { ...days, state, ready, end, settle };
}

const codeOf = async (answer: Promise<{ code: string } | null>) => (await answer)?.code ?? null;

describe("a day that is not ready", () => {
  it("is filled once for all who ask meanwhile, and costs nobody anything afterwards", async () => {
    const { prepare, state, end } = open();
    const answers = [prepare(1, [day]), prepare(2, [day]), prepare(3, [day])];
    await end(day);
    expect(await Promise.all(answers)).toEqual([null, null, null]);
    expect(await prepare(4, [day])).toBeNull();
    expect(state.begun).toEqual([day]);
  });

  it("is filled to the end even if nobody waits any more, so that the next try finds it ready", async () => {
    const { prepare, state, end } = open();
    const answer = prepare(1, [day]);
    await vi.advanceTimersByTimeAsync(pastLimits.waitMs);
    expect(await answer).toMatchObject({ code: "AS_OF_PREPARING", params: { day } });
    const again = prepare(1, [day]);
    await end(day);
    expect(await again).toBeNull();
    expect(await prepare(1, [day])).toBeNull();
    expect(state.begun).toEqual([day]);
  });

  it("waits for the one before it: one is filled at a time, in the order of the requests", async () => {
    const { prepare, state, end } = open();
    const answers = [1, 2, 3].flatMap((who) => [who * 2, who * 2 + 1].map((number) => prepare(who, [dayOf(number)])));
    for (let number = 2; number <= 7; number += 1) {
      await end(dayOf(number));
      expect(state.begun).toHaveLength(Math.min(6, number));
    }
    expect(await Promise.all(answers)).toEqual(answers.map(() => null));
    expect(state.most).toBe(1);
    expect(state.begun).toEqual([2, 3, 4, 5, 6, 7].map(dayOf));
  });

  it("that cannot be filled fails for those who wait, and lets the next one begin", async () => {
    const { prepare, state, end } = open();
    const [first, second] = [prepare(1, [day]), prepare(2, [other])];
    const refused = expect(first).rejects.toThrow("no connection");
    await end(day, new Error("no connection"));
    await refused;
    await end(other);
    expect(await second).toBeNull();
    expect(state.failed).toEqual([day]);
    const again = prepare(1, [day]);
    await end(day);
    expect(await again).toBeNull();
  });

  it("whose filling fails after everybody has left causes no unhandled error", async () => {
    const { prepare, state, end } = open();
    const answer = prepare(1, [day]);
    await vi.advanceTimersByTimeAsync(pastLimits.waitMs);
    expect(await codeOf(answer)).toBe("AS_OF_PREPARING");
    await end(day, new Error("no connection"));
    expect(state.failed).toEqual([day]);
  });
});

describe("the queue", () => {
  it("accepts two days of one person and still has room for another person's day", async () => {
    const { prepare, state, settle } = open();
    const crowd = Array.from({ length: 48 }, (_, number) => codeOf(prepare(1, [dayOf(number)])));
    const another = codeOf(prepare(2, [dayOf(50)]));
    await settle();
    await vi.advanceTimersByTimeAsync(pastLimits.waitMs);
    const codes = await Promise.all(crowd);
    expect(codes.filter((code) => code === "AS_OF_PREPARING")).toHaveLength(pastLimits.daysEach);
    expect(codes.filter((code) => code === "AS_OF_BUSY")).toHaveLength(48 - pastLimits.daysEach);
    expect(await another).toBe("AS_OF_PREPARING");
    expect(state.begun).toHaveLength(1);
  });

  it("refuses everybody once it is full", async () => {
    const { prepare } = open();
    const asked = Array.from({ length: pastLimits.days + 3 }, (_, number) => codeOf(prepare(number, [dayOf(number)])));
    await vi.advanceTimersByTimeAsync(pastLimits.waitMs);
    const codes = await Promise.all(asked);
    expect(codes.slice(pastLimits.days)).toEqual(["AS_OF_BUSY", "AS_OF_BUSY", "AS_OF_BUSY"]);
    expect(new Set(codes.slice(0, pastLimits.days))).toEqual(new Set(["AS_OF_PREPARING"]));
  });

  it("refuses at once to wait if enough requests wait already, and the day is still filled", async () => {
    const { prepare, end, settle } = open();
    const waiting = Array.from({ length: pastLimits.waiting }, (_, who) => prepare(who, [day]));
    await settle();
    expect(await codeOf(prepare(90, [day]))).toBe("AS_OF_PREPARING");
    const own = [prepare(1, [day]), prepare(1, [day])];
    expect(await Promise.all(own.map(codeOf))).toEqual(["AS_OF_PREPARING", "AS_OF_PREPARING"]);
    await end(day);
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => null));
  });
});

describe("the budget of a person", () => {
  const fillOne = async ({ prepare, end }: ReturnType<typeof open>, who: number, one: string) => {
    const answer = prepare(who, [one]);
    await end(one);
    return codeOf(answer);
  };

  it("is spent by days that are filled, and by no others", async () => {
    const fixture = open();
    for (let number = 0; number < pastLimits.budget; number += 1) {
      expect(await fillOne(fixture, 1, dayOf(number))).toBeNull();
      expect(await fillOne(fixture, 1, dayOf(number))).toBeNull();
      await vi.advanceTimersByTimeAsync(30_000);
    }
    const refusal = await fixture.prepare(1, [dayOf(90)]);
    expect(refusal).toMatchObject({ code: "AS_OF_SPENT", params: { minutes: 5 } });
    expect(await fixture.prepare(1, [dayOf(3)])).toBeNull();
    // The day is filled for another person, and then costs the first one nothing either.
    expect(await fillOne(fixture, 2, dayOf(90))).toBeNull();
    expect(await fixture.prepare(1, [dayOf(90)])).toBeNull();
  });

  it("is restored over time, one day after the other", async () => {
    const fixture = open();
    for (let number = 0; number < pastLimits.budget; number += 1) {
      await fillOne(fixture, 1, dayOf(number));
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(await fillOne(fixture, 1, dayOf(20))).toBeNull();
    expect(await codeOf(fixture.prepare(1, [dayOf(21)]))).toBe("AS_OF_SPENT");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await fillOne(fixture, 1, dayOf(21))).toBeNull();
  });

  it("covers both moments of a comparison", async () => {
    const fixture = open();
    for (let number = 0; number < pastLimits.budget - 1; number += 1) await fillOne(fixture, 1, dayOf(number));
    expect(await codeOf(fixture.prepare(1, [dayOf(30), dayOf(31)]))).toBe("AS_OF_SPENT");
    expect(fixture.state.begun).toHaveLength(pastLimits.budget - 1);
    const both = fixture.prepare(2, [dayOf(30), dayOf(31)]);
    await fixture.end(dayOf(30));
    await fixture.end(dayOf(31));
    expect(await both).toBeNull();
  });
});
