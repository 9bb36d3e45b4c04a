import "server-only";
import { randomInt } from "node:crypto";
import { log } from "./observability/log";

type Task = { name: string; work: () => Promise<void> };

/** The most tasks that may wait. A queue this long means that somebody is flooding it. */
const mostWaiting = 200;
/** A task begins after a random delay between these two, in milliseconds. */
const delays = { least: 1_000, most: 6_000 };

// Shared by all bundles of Next, each of which has its own copy of this module.
type State = { waiting: Map<NodeJS.Timeout, Task>; last: Promise<void> };
const shared = globalThis as typeof globalThis & { __background?: State };

function state(): State {
  shared.__background ??= { waiting: new Map(), last: Promise.resolve() };
  return shared.__background;
}

/**
 * Runs work outside of the request that asks for it, some seconds later and one task at a time. The
 * response times of this request and of the next ones therefore do not reveal what there was to do.
 * @returns false if too many tasks are waiting already
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
 * Begins the waiting tasks at once, and resolves when all are done: before the process ends, and in
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
