import "server-only";

/** @returns milliseconds after which to run again without being asked; null to rest until then */
type Work = () => Promise<number | null>;

export type KeptUp = {
  /** Something has changed: the work runs after that, at once or when the present run and its pause are over. */
  ask: () => void;
  /** At the end of the process: no more pauses, and one last run. */
  settle: () => Promise<void>;
};

/**
 * Runs work that brings something up to date, one run at a time with a pause after each: many changes cost few runs, and the last change is
 * always followed by one.
 * @param work never throws
 */
export function keepUp(work: Work, pauseMs: number): KeptUp {
  let isWanted = false;
  let isEnding = false;
  /** In a rest that a change ends. */
  let isResting = false;
  let running: Promise<void> | null = null;
  let wake: () => void = () => undefined;

  /** Until the time is over, or `wake` is called. Holds no process open. */
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (isEnding) return resolve();
      const timer = setTimeout(resolve, ms);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }).finally(() => {
      wake = () => undefined;
    });

  const run = async () => {
    for (;;) {
      isWanted = false;
      const againMs = await work();
      await rest(pauseMs);
      if (isEnding) return;
      if (isWanted) continue;
      if (againMs === null) return;
      // `ask` ends this rest.
      isResting = true;
      await rest(Math.max(0, againMs - pauseMs));
      isResting = false;
      if (isEnding) return;
    }
  };

  const ask = () => {
    isWanted = true;
    if (isResting) wake();
    if (isEnding || running) return;
    running = run().finally(() => {
      running = null;
    });
  };

  const settle = async () => {
    isEnding = true;
    wake();
    await running;
    await work();
  };
  return { ask, settle };
}
