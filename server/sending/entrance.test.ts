import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { crowd, Entrance } from "./entrance";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const person = (key: string) => ({ key: `person ${key}`, isProven: true });
const nobody = (key: string) => ({ key: `nobody ${key}`, isProven: false });

/** An entrance with the names of the admitted requests in order, and a function that ends each. */
function open() {
  const entrance = new Entrance();
  const begun: string[] = [];
  const refused: string[] = [];
  const enter = (caller: ReturnType<typeof person>, name: string) =>
    entrance.enter(
      caller,
      () => void begun.push(name),
      () => void refused.push(name),
    );
  return { enter, begun, refused };
}

it("lets three requests of one asker in at once, and the next when one has reached the gate", () => {
  const { enter, begun } = open();
  const leave = ["a", "b", "c", "d"].map((name) => enter(person("1"), name));
  expect(begun).toEqual(["a", "b", "c"]);
  leave[0]?.();
  leave[0]?.();
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

it("lets authenticated askers in first and by turns, ahead of a flood of one of them and of unauthenticated ones", () => {
  const { enter, begun } = open();
  const inside = ["x", "y"].flatMap((key) => [0, 1].map((number) => enter(nobody(key), `${key}${number}`)));
  inside.push(...[1, 2, 3].map((number) => enter(person("flood"), `flood${number}`)));
  inside.push(enter(person("first"), "first"));
  enter(nobody("z"), "z");
  for (let number = 4; number < 20; number += 1) enter(person("flood"), `flood${number}`);
  enter(person("second"), "second");
  const before = begun.length;
  for (const leave of inside.slice(4, 7)) leave();
  expect(begun.slice(before)).toEqual(["flood4", "second", "flood5"]);
  inside[0]?.();
  expect(begun.at(-1)).toBe("flood6");
});

it("reserves half for authenticated askers, however many others come", () => {
  const { enter, begun } = open();
  for (let number = 0; number < 50; number += 1) enter(nobody(String(number)), `nobody${number}`);
  expect(begun).toHaveLength(4);
  for (let number = 0; number < 4; number += 1) enter(person(String(number)), `person${number}`);
  expect(begun).toHaveLength(8);
});

it("takes the newest of a crowd at one address, and the oldest of a few", () => {
  const { enter, begun } = open();
  const [first] = [0, 1, 2].map((number) => enter(nobody("here"), `inside${number}`));
  for (let number = 0; number <= crowd; number += 1) enter(nobody("here"), String(number));
  const second = enter(nobody("here"), "newest");
  first?.();
  expect(begun.at(-1)).toBe("newest");
  second();
  expect(begun.at(-1)).toBe(String(crowd));
});

it("refuses a request that has waited for fifteen seconds, and drops one whose connection has ended", () => {
  const { enter, begun, refused } = open();
  const [first] = [0, 1, 2].map((number) => enter(person("1"), `inside${number}`));
  const gone = enter(person("1"), "gone");
  enter(person("1"), "patient");
  gone();
  vi.advanceTimersByTime(15_000);
  expect(refused).toEqual(["patient"]);
  first?.();
  expect(begun).toHaveLength(3);
});

it("lets at most four thousand wait", () => {
  const { enter, refused } = open();
  for (let number = 0; number < 4_005; number += 1) enter(nobody("here"), String(number));
  expect(refused).toEqual(["4003", "4004"]);
});

it("begins each request in its own asynchronous context, regardless of which request lets it in", () => {
  const context = new AsyncLocalStorage<string>();
  const entrance = new Entrance();
  const leave = [0, 1, 2].map(() =>
    entrance.enter(
      person("1"),
      () => undefined,
      () => undefined,
    ),
  );
  let seen: string | undefined;
  context.run("own", () =>
    entrance.enter(
      person("1"),
      () => {
        seen = context.getStore();
      },
      () => undefined,
    ),
  );
  context.run("another's", () => leave[0]?.());
  expect(seen).toBe("own");
});
