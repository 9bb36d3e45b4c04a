import "server-only";
import { AppError } from "@/domain/errors";

/**
 * What past days may cost a process. A day that lies ready costs nothing; one that is filled from
 * the versions takes seconds of the database in a large register.
 */
export const pastLimits = {
  /**
   * Days that are being filled, one after the other, or wait for it; and those of one person, two
   * for a comparison.
   */
  days: 6,
  daysEach: 2,
  /**
   * Requests that wait for a day, with a place among those that are answered; and those of one
   * person.
   */
  waiting: 6,
  waitingEach: 2,
  waitMs: 3_000,
  /** New days that one person may have filled in that time. */
  budget: 10,
  windowMs: 10 * 60_000,
} as const;

type Doing = {
  readonly isReady: (day: string) => Promise<boolean>;
  readonly fill: (day: string) => Promise<void>;
  /** Whoever asked may be gone by then. */
  readonly onFailure: (day: string, error: unknown) => void;
  readonly now?: () => number;
};

export type PastDays = {
  /**
   * Sees to it that these days can be asked. Those that are not ready are filled as the process's
   * own work, which goes on when nobody waits for it any more.
   * @param who the person's number
   * @returns null when they are ready; otherwise why not yet: AS_OF_PREPARING, AS_OF_BUSY (503) or
   *   AS_OF_SPENT (429)
   * @throws what the filling throws, or the question whether a day is ready
   */
  prepare: (who: number, days: readonly string[]) => Promise<AppError | null>;
};

/**
 * The past days of one process: one is filled at a time, few wait for it, and each person has a
 * budget.
 */
export function pastDays({ isReady, fill, onFailure, now = Date.now }: Doing): PastDays {
  const line = fillingLine(fill, onFailure);
  const budget = pastBudget(now);
  const waiting = waitingRoom();

  /** Nothing is awaited in here, so that many requests at once are counted rightly. */
  const admit = (who: number, days: readonly string[]): AppError | null => {
    const fresh = days.filter((day) => !line.has(day));
    if (fresh.length === 0) return null;
    const minutes = budget.minutesUntil(who, fresh.length);
    if (minutes > 0) return new AppError("AS_OF_SPENT", { params: { minutes } });
    if (!line.hasRoom(who, fresh.length)) return new AppError("AS_OF_BUSY");
    for (const day of fresh) {
      budget.spend(who);
      line.begin(who, day);
    }
    return null;
  };

  return {
    prepare: async (who, days) => {
      const underWay: (Promise<void> | undefined)[] = [];
      const missing: string[] = [];
      let awaited: string | undefined;
      for (const day of new Set(days)) {
        // One that is done while another is asked about was no new one.
        if (line.has(day)) underWay.push(line.doneOf(day));
        else if (await isReady(day)) continue;
        else missing.push(day);
        awaited ??= day;
      }
      if (awaited === undefined) return null;
      const refusal = admit(who, missing);
      if (refusal) return refusal;
      const all = Promise.all([...underWay, ...missing.map(line.doneOf)]);
      return (await waiting.waitFor(who, all)) ? null : new AppError("AS_OF_PREPARING", { params: { day: awaited } });
    },
  };
}

/** Days that are filled one after the other; one that fails lets the next one begin. */
function fillingLine(fill: Doing["fill"], onFailure: Doing["onFailure"]) {
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

/** What each person has had filled within the time. */
function pastBudget(now: () => number) {
  const spent = new Map<number, number[]>();
  const spentBy = (who: number): number[] => {
    const times = (spent.get(who) ?? []).filter((at) => at > now() - pastLimits.windowMs);
    if (times.length === 0) spent.delete(who);
    return times;
  };
  return {
    /** Minutes after which so many more are free for this person; 0 = now. */
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

/** Few wait, and not for long: whoever waits holds a place among the requests that are answered. */
function waitingRoom() {
  const inside: number[] = [];
  return {
    /** @returns whether it was done while there was time to wait for it */
    waitFor: async (who: number, done: Promise<unknown>): Promise<boolean> => {
      // What fails when nobody waits any more is told by the line.
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
