import "server-only";
import { AppError } from "@/domain/errors";

/**
 * Limits of what past days may cost a process. A prepared day costs nothing; filling one from the
 * versions occupies the database for seconds if the register is large.
 */
export const pastLimits = {
  /**
   * Days that are being filled, one after the other, or wait for it; and those of one person, two
   * for a comparison.
   */
  days: 6,
  daysEach: 2,
  /** Requests that wait for a day while holding a slot; and those of one person. */
  waiting: 6,
  waitingEach: 2,
  waitMs: 3_000,
  /** New days that one person may have filled within `windowMs`. */
  budget: 10,
  windowMs: 10 * 60_000,
} as const;

type Doing = {
  readonly isReady: (day: string) => Promise<boolean>;
  readonly fill: (day: string) => Promise<void>;
  /** Logs the failure; the request that asked may have ended by then. */
  readonly onFailure: (day: string, error: unknown) => void;
  readonly now?: () => number;
};

export type PastDays = {
  /**
   * Makes these days ready. Missing days are filled by the process in the background, which
   * continues even if no request waits any more.
   * @param who the person's id
   * @returns null if they are ready; otherwise the reason why not yet: AS_OF_PREPARING, AS_OF_BUSY
   *   (503) or AS_OF_SPENT (429)
   * @throws the error of filling a day, or of checking whether it is ready
   */
  prepare: (who: number, days: readonly string[]) => Promise<AppError | null>;
};

/**
 * The past days of one process: one is filled at a time, few requests wait for it, and each person
 * has a budget.
 */
export function pastDays({ isReady, fill, onFailure, now = Date.now }: Doing): PastDays {
  const queue = fillQueue(fill, onFailure);
  const budget = pastBudget(now);
  const waiting = waitingRoom();

  /** Synchronous, so that concurrent requests are counted correctly. */
  const admit = (who: number, days: readonly string[]): AppError | null => {
    const fresh = days.filter((day) => !queue.has(day));
    if (fresh.length === 0) return null;
    const minutes = budget.minutesUntil(who, fresh.length);
    if (minutes > 0) return new AppError("AS_OF_SPENT", { params: { minutes } });
    if (!queue.hasRoom(who, fresh.length)) return new AppError("AS_OF_BUSY");
    for (const day of fresh) {
      budget.spend(who);
      queue.begin(who, day);
    }
    return null;
  };

  return {
    prepare: async (who, days) => {
      const underWay: (Promise<void> | undefined)[] = [];
      const missing: string[] = [];
      let awaited: string | undefined;
      for (const day of new Set(days)) {
        // A day that becomes ready while another is checked costs nothing.
        if (queue.has(day)) underWay.push(queue.doneOf(day));
        else if (await isReady(day)) continue;
        else missing.push(day);
        awaited ??= day;
      }
      if (awaited === undefined) return null;
      const refusal = admit(who, missing);
      if (refusal) return refusal;
      const all = Promise.all([...underWay, ...missing.map(queue.doneOf)]);
      return (await waiting.waitFor(who, all)) ? null : new AppError("AS_OF_PREPARING", { params: { day: awaited } });
    },
  };
}

/** The days to be filled one after the other; after a failure the next one begins. */
function fillQueue(fill: Doing["fill"], onFailure: Doing["onFailure"]) {
  const fillings = new Map<string, { who: number; done: Promise<void> }>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    has: (day: string) => fillings.has(day),
    hasRoom: (who: number, count: number) => {
      const own = [...fillings.values()].filter((filling) => filling.who === who).length;
      return fillings.size + count <= pastLimits.days && own + count <= pastLimits.daysEach;
    },
    begin: (who: number, day: string) => {
      const done = last.then(() => fill(day)).finally(() => fillings.delete(day));
      last = done.catch((error: unknown) => onFailure(day, error));
      fillings.set(day, { who, done });
    },
    doneOf: (day: string) => fillings.get(day)?.done,
  };
}

/** The number of days filled for each person within the window. */
function pastBudget(now: () => number) {
  const spent = new Map<number, number[]>();
  const spentBy = (who: number): number[] => {
    const times = (spent.get(who) ?? []).filter((at) => at > now() - pastLimits.windowMs);
    if (times.length === 0) spent.delete(who);
    return times;
  };
  return {
    /** Minutes until this person may have `count` more days filled; 0 if now. */
    minutesUntil: (who: number, count: number): number => {
      const times = spentBy(who);
      const tooMany = times.length + count - pastLimits.budget;
      const last = times[tooMany - 1];
      return last === undefined ? 0 : Math.max(1, Math.ceil((last + pastLimits.windowMs - now()) / 60_000));
    },
    spend: (who: number) => {
      spent.set(who, [...spentBy(who), now()]);
    },
  };
}

/** Limits how many requests wait, and how long, because a waiting request holds a slot. */
function waitingRoom() {
  const inside: number[] = [];
  return {
    /** @returns true if it was done within the waiting time */
    waitFor: async (who: number, done: Promise<unknown>): Promise<boolean> => {
      // A failure after the waiting time is reported by the queue.
      done.catch(() => undefined);
      const own = inside.filter((one) => one === who).length;
      if (inside.length >= pastLimits.waiting || own >= pastLimits.waitingEach) return false;
      inside.push(who);
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, pastLimits.waitMs, false);
      });
      try {
        return await Promise.race([done.then(() => true), patience]);
      } finally {
        clearTimeout(timer);
        inside.splice(inside.indexOf(who), 1);
      }
    },
  };
}
