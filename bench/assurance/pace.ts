import { setTimeout as delay } from "node:timers/promises";

export type Done<T> = { ms: number; value: T | null; error: string | null };

/**
 * With more unanswered requests than this the site cannot catch up, and further ones would only
 * measure the queue.
 */
const MOST_OPEN = 200;

/**
 * Starts requests at a fixed rate, whether or not earlier ones have been answered, like independent
 * users.
 * @returns the number not started because too many were unanswered
 */
export async function paced<T>(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  work: (number: number) => Promise<T>,
  done: (result: Done<T>) => void,
): Promise<number> {
  const began = performance.now();
  const open = new Set<Promise<void>>();
  let leftOut = 0;
  for (let number = 0; number < perSecond * seconds; number += 1) {
    await delay(Math.max(0, began + (number * 1_000) / perSecond - performance.now()));
    if (open.size >= MOST_OPEN) {
      leftOut += 1;
      continue;
    }
    const one = timed(() => work(number)).then(done);
    open.add(one);
    void one.finally(() => open.delete(one));
  }
  await Promise.all(open);
  return leftOut;
}

/** Users who send a request, read the answer for a while, and repeat. */
export async function withThinkTime<T>(
  { users, seconds, thinkS }: { users: number; seconds: number; thinkS: number },
  work: (user: number, turn: number) => Promise<T>,
  done: (result: Done<T>) => void,
): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  const one = async (user: number) => {
    // Spreads the first requests over the think time.
    await delay((user / users) * thinkS * 1_000);
    for (let turn = 0; performance.now() < end; turn += 1) {
      done(await timed(() => work(user, turn)));
      await delay(thinkS * 1_000);
    }
  };
  await Promise.all(Array.from({ length: users }, (_, user) => one(user)));
}

async function timed<T>(work: () => Promise<T>): Promise<Done<T>> {
  const started = performance.now();
  const { value, error } = await work().then(
    (value) => ({ value, error: null }),
    (error: unknown) => ({ value: null, error: error instanceof Error ? error.message : String(error) }),
  );
  return { ms: performance.now() - started, value, error };
}
