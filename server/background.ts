import "server-only";
import { randomInt } from "node:crypto";
import { log } from "./observability/log";

type Task = { name: string; work: () => Promise<void> };

/** More than this many wait only when somebody sends them. */
const mostWaiting = 200;
/** Between these a task begins after it was asked for, in milliseconds. */
const delays = { least: 1_000, most: 6_000 };

// One for all of Next's bundles, each of which has its own copy of this module.
type State = { waiting: Map<NodeJS.Timeout, Task>; last: Promise<void> };
const held = globalThis as typeof globalThis & { __background?: State };

function state(): State {
  held.__background ??= { waiting: new Map(), last: Promise.resolve() };
  return held.__background;
}

/**
 * Does something outside of the request that asks for it, some seconds later and one task after the
 * other. Neither this request nor the next one tells by its time what there was to do.
 * @returns false where too much waits already
 */
export function runLater(name: string, work: () => Promise<void>): boolean {
  const { waiting } = state();
  if (waiting.size >= mostWaiting) return false;
  const task = { name, work };
  const timer = setTimeout(
    () => {
      waiting.delete(timer);
      begin(task);
    },
    randomInt(delays.least, delays.most),
  );
  timer.unref();
  waiting.set(timer, task);
  return true;
}

/**
 * Begins what still waits, and resolves when all of it is done: before the process ends, and in
 * tests.
 */
export async function settleBackground(): Promise<void> {
  const { waiting } = state();
  for (const [timer, task] of waiting) {
    clearTimeout(timer);
    waiting.delete(timer);
    begin(task);
  }
  await state().last;
}

function begin({ name, work }: Task): void {
  const current = state();
  current.last = current.last.then(work).catch((error: unknown) => {
    log().error({ event: "background_failed", name, err: error });
  });
}
