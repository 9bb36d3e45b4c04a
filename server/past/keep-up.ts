import "server-only";

/** @returns milliseconds after which to run again unasked; null to wait until asked */
type Work = () => Promise<number | null>;

export type KeptUp = {
  /**
   * Reports a change: the work runs after it, at once or when the present run and its pause are
   * over.
   */
  ask: () => void;
  /** At the end of the process: skips all pauses, and runs the work a last time. */
  settle: () => Promise<void>;
};

/**
 * Runs work that brings something up to date, one run at a time with a pause after each: many
 * changes cost few runs, and a run always follows the last change.
 * @param work must not throw
 */
export function keepUp(work: Work, pauseMs: number): KeptUp {
  const pause = makePause();
  const retry = makePause();
  let isWanted = false;
  let isEnding = false;
  let running: Promise<void> | null = null;

  const run = async () => {
    for (;;) {
      isWanted = false;
      const againMs = await work();
      if (!isEnding) await pause.rest(pauseMs);
      if (isEnding) return;
      if (isWanted) continue;
      if (againMs === null) {
        // Cleared without a pause, so that the next `ask` starts a new run.
        running = null;
        return;
      }
      await retry.rest(Math.max(0, againMs - pauseMs));
      if (isEnding) return;
    }
  };
  return {
    ask: () => {
      isWanted = true;
      retry.end();
      if (isEnding || running) return;
      running = run();
    },
    settle: async () => {
      isEnding = true;
      pause.end();
      retry.end();
      await running;
      await work();
    },
  };
}

/** A pause that can be ended early, and that does not keep the process alive. */
function makePause() {
  let end: () => void = () => undefined;
  return {
    rest: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        timer.unref();
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
}
