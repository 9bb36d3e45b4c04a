import { beforeEach, expect, test, vi } from "vitest";

const lines = vi.hoisted(() => [] as string[]);
vi.mock("@/env", () => ({ env: () => ({ LOG_LEVEL: "info" }) }));
vi.mock("pino", async (original) => {
  const { default: pino } = await original<typeof import("pino")>();
  const stream = { write: (line: string) => void lines.push(line) };
  return { default: Object.assign((options: object) => pino(options, stream), pino) };
});

const { takeConsole } = await import("./log");

beforeEach(() => void lines.splice(0));

test("console output becomes lines of the log, errors with their cause", () => {
  const printed = {} as Console;
  takeConsole(printed);
  printed.log("▲ ready in %d ms\n", 3);
  printed.error("⨯", new Error("first\nsecond"));
  expect(lines).toHaveLength(2);
  const [said, failed] = lines.map((line) => JSON.parse(line));
  expect(said).toMatchObject({ event: "console", level: 30, said: "▲ ready in 3 ms" });
  expect(failed).toMatchObject({ event: "console", level: 50, said: "⨯", err: { message: "first\nsecond" } });
});

test("a request's failure that has been logged already is not logged again", () => {
  const printed = {} as Console;
  takeConsole(printed);
  printed.error(Object.assign(new Error("failed"), { digest: "123" }));
  expect(lines).toEqual([]);
});
