import "server-only";
import { AsyncResource } from "node:async_hooks";

/**
 * How many requests may be on their way through Next to the gate at once; that alone costs
 * milliseconds of the single thread, whatever the result. There is a limit per asker, and
 * all unauthenticated ones together have half.
 */
const limits = { all: 8, ofAsker: 3, ofUnproven: 4, waiting: 4_000, waitMs: 15_000 };
/**
 * If more than this many wait from one address, the newest is let in first: most of the others come
 * from a program that does not mind, and a person would wait behind all of them.
 */
export const crowd = 16;

/** The sender of a request, as far as can be determined without asking the database. */
export type Caller = { key: string; isProven: boolean };

type Waiting = { caller: Caller; begin: () => void; timer: NodeJS.Timeout };

/** The requests that wait to be passed to Next: askers take turns, authenticated ones first. */
export class Entrance {
  /** By asker, in the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>();
  #waitingCount = 0;
  readonly #inside: Caller[] = [];

  /**
   * Lets a request in, at once or when its turn comes.
   * @param begin passes it on; called in the asynchronous context of this call
   * @param refuse called instead if too many wait, or if it has waited too long
   * @returns lets the next one in; to be called when this one has reached the gate, or ended
   */
  enter(caller: Caller, begin: () => void, refuse: () => void): () => void {
    const state = { isInside: false, isOver: false };
    const leave = () => {
      if (state.isOver) return;
      state.isOver = true;
      if (!state.isInside) return this.#remove(one);
      this.#inside.splice(this.#inside.indexOf(caller), 1);
      this.#admit();
    };
    const one: Waiting = {
      caller,
      begin: AsyncResource.bind(() => {
        state.isInside = true;
        begin();
      }),
      timer: setTimeout(() => {
        leave();
        refuse();
      }, limits.waitMs),
    };
    if (this.#fits(caller)) this.#begin(one);
    else if (this.#waitingCount < limits.waiting) this.#wait(one);
    else {
      clearTimeout(one.timer);
      state.isOver = true;
      refuse();
    }
    return leave;
  }

  #fits({ key, isProven }: Caller): boolean {
    if (this.#inside.length >= limits.all) return false;
    if (this.#inside.filter((one) => one.key === key).length >= limits.ofAsker) return false;
    const unproven = this.#inside.filter((one) => !one.isProven).length;
    return isProven || unproven < limits.ofUnproven;
  }

  #begin(one: Waiting): void {
    clearTimeout(one.timer);
    this.#inside.push(one.caller);
    one.begin();
  }

  #wait(one: Waiting): void {
    const { key } = one.caller;
    const own = this.#waiting.get(key) ?? [];
    own.push(one);
    this.#waiting.set(key, own);
    this.#waitingCount += 1;
  }

  #remove(one: Waiting): void {
    clearTimeout(one.timer);
    const own = this.#waiting.get(one.caller.key) ?? [];
    const at = own.indexOf(one);
    if (at < 0) return;
    own.splice(at, 1);
    this.#waitingCount -= 1;
    if (own.length === 0) this.#waiting.delete(one.caller.key);
  }

  #admit(): void {
    for (let one = this.#next(); one; one = this.#next()) {
      this.#remove(one);
      const own = this.#waiting.get(one.caller.key);
      // The asker's next request waits until the other askers have had their turn.
      if (own && this.#waiting.delete(one.caller.key)) this.#waiting.set(one.caller.key, own);
      this.#begin(one);
    }
  }

  #next(): Waiting | undefined {
    let unproven: Waiting | undefined;
    for (const own of this.#waiting.values()) {
      const first = own.length > crowd && !own[0]?.caller.isProven ? own.at(-1) : own[0];
      if (!first || !this.#fits(first.caller)) continue;
      if (first.caller.isProven) return first;
      unproven ??= first;
    }
    return unproven;
  }
}
