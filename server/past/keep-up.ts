import "server-only";

/** @returns milliseconds after which to run again without being asked; null to rest until then */
type Work = () => Promise<number | null>;

export type KeptUp = {
  /**
   * Something has changed: the work runs after that, at once or when the present run and its pause
   * are over.
   */
  ask: () => void;
  /** At the end of the process: no more pauses, and one last run. */
  settle: () => Promise<void>;
};

/**
 * Runs work that brings something up to date, one run at a time with a pause after each: many
 * changes cost few runs, and the last change is always followed by one.
 * @param work never throws
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
        // At once, so that whoever asks next begins anew.
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

/** A rest that can be ended before its time, and that holds no process open. */
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
