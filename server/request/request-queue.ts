import "server-only";
import { availableParallelism } from "node:os";
import { crowd } from "../sending/entrance";

/**
 * How many are worked on at once, how many may wait for their turn, and for how long: after that it
 * is kinder to say "come back". Of these, how many one asker may have, and how many all those
 * together who have not proved who they are.
 * - requests: one thread draws the pages; more of them at the same time would all be slow together
 *   until their queries give up.
 * - writes: forms and programs that change something. Not with the requests: after a form Next asks
 *   itself for the page that follows, and with one queue for both they would wait for each other.
 * - files: evidence and papers, ten megabytes each, are held in memory until they are on their way.
 * - exports: each is made in a thread of its own, two at a time, and on two cores one, so that a
 *   core is left for the pages.
 */
const limits = {
  requests: {
    waitMs: 15_000,
    working: { all: 16, ofAsker: 4, ofNobodies: 4 },
    waiting: { all: 600, ofAsker: 300, ofNobodies: 300 },
  },
  writes: {
    waitMs: 15_000,
    working: { all: 16, ofAsker: 4, ofNobodies: 4 },
    waiting: { all: 400, ofAsker: 200, ofNobodies: 150 },
  },
  files: {
    waitMs: 15_000,
    working: { all: 3, ofAsker: 1, ofNobodies: 0 },
    waiting: { all: 100, ofAsker: 50, ofNobodies: 0 },
  },
  exports: {
    waitMs: 25_000,
    working: { all: availableParallelism() > 2 ? 2 : 1, ofAsker: 2, ofNobodies: 0 },
    waiting: { all: 20, ofAsker: 20, ofNobodies: 0 },
  },
} as const;

export type QueueName = keyof typeof limits;
type Limit = { readonly all: number; readonly ofAsker: number; readonly ofNobodies: number };

/** Who asks: a person by their account, anybody else by the address. */
export type Asker = { readonly key: string; readonly isKnown: boolean };

/** A slot among those that are worked on. */
export type Slot = {
  /** Whether it came at once; whoever has waited asks again what may have changed meanwhile. */
  readonly hasWaited: boolean;
  release: () => void;
};

type Waiting = { readonly asker: Asker; settle: (isIn: boolean) => void };
type RequestQueue = { readonly kind: QueueName; readonly working: Asker[]; readonly waiting: Set<Waiting> };

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __requestQueues?: Map<QueueName, RequestQueue> };

function queueOf(kind: QueueName): RequestQueue {
  held.__requestQueues ??= new Map();
  const queue = held.__requestQueues.get(kind) ?? { kind, working: [], waiting: new Set() };
  held.__requestQueues.set(kind, queue);
  return queue;
}

/** May this asker be one more of these? */
function fits(others: readonly Asker[], asker: Asker, limit: Limit): boolean {
  if (others.length >= limit.all) return false;
  if (others.filter(({ key }) => key === asker.key).length >= limit.ofAsker) return false;
  return asker.isKnown || others.filter(({ isKnown }) => !isKnown).length < limit.ofNobodies;
}

/** Those who wait, by the key under which they are counted. */
function byKey(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) groups.set(one.asker.key, [...(groups.get(one.asker.key) ?? []), one]);
  return [...groups.values()];
}

/**
 * Those who wait, in the order in which they get in: as they came, but of a crowd of nobodies each
 * address in turn, those with the fewest at work first, and of one address with a crowd of its own
 * the newest.
 */
function inOrder(queue: RequestQueue): Waiting[] {
  const all = [...queue.waiting];
  const nobodies = all.filter(({ asker }) => !asker.isKnown);
  if (nobodies.length <= crowd) return all;
  const working = (key = "") => queue.working.filter((one) => one.key === key).length;
  const groups = byKey(nobodies).map((group) => (group.length > crowd ? group.reverse() : group));
  groups.sort((a, b) => working(a[0]?.asker.key) - working(b[0]?.asker.key) || a.length - b.length);
  const turns = Array.from({ length: Math.max(...groups.map(({ length }) => length)) }, (_, turn) =>
    groups.flatMap((group) => group[turn] ?? []),
  );
  return [...all.filter(({ asker }) => asker.isKnown), ...turns.flat()];
}

/** Lets in everybody for whom there is room. */
function admitNext(queue: RequestQueue): void {
  const { working } = limits[queue.kind];
  for (const one of inOrder(queue)) {
    if (queue.working.length >= working.all) return;
    if (!fits(queue.working, one.asker, working)) continue;
    queue.waiting.delete(one);
    queue.working.push(one.asker);
    one.settle(true);
  }
}

/**
 * Makes room among those who wait, where only nobodies stand in the way: of the address with the
 * most of them, who has waited longest has to come back.
 */
function makeRoom(queue: RequestQueue, asker: Asker): boolean {
  const limit = limits[queue.kind].waiting;
  const askers = () => [...queue.waiting].map((one) => one.asker);
  if (fits(askers(), asker, limit)) return true;
  if (asker.isKnown) return false;
  const nobodies = byKey([...queue.waiting].filter((one) => !one.asker.isKnown));
  const [most] = nobodies.sort((a, b) => b.length - a.length);
  most?.[0]?.settle(false);
  return fits(askers(), asker, limit);
}

function slotOf(queue: RequestQueue, asker: Asker, hasWaited: boolean): Slot {
  let isOver = false;
  return {
    hasWaited,
    release: () => {
      if (isOver) return;
      isOver = true;
      queue.working.splice(queue.working.indexOf(asker), 1);
      admitNext(queue);
    },
  };
}

/**
 * Takes a slot, after waiting if need be. Whoever has one leaves it when the work has ended.
 * @param signal ends the waiting of who has gone away
 * @returns null when too many wait already, none came free in time, or the asker has gone
 */
export async function takeSlot(kind: QueueName, asker: Asker, signal?: AbortSignal): Promise<Slot | null> {
  const queue = queueOf(kind);
  // An object of its own: the same asker may stand here more than once.
  const own = { ...asker };
  if (fits(queue.working, own, limits[kind].working)) {
    queue.working.push(own);
    return slotOf(queue, own, false);
  }
  if (signal?.aborted || !makeRoom(queue, own)) return null;
  return (await isAdmitted(queue, own, signal)) ? slotOf(queue, own, true) : null;
}

function isAdmitted(queue: RequestQueue, asker: Asker, signal?: AbortSignal): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    const settle = (isIn: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      queue.waiting.delete(one);
      resolve(isIn);
    };
    const giveUp = () => settle(false);
    const timer = setTimeout(giveUp, limits[queue.kind].waitMs);
    const one: Waiting = { asker, settle };
    signal?.addEventListener("abort", giveUp, { once: true });
    queue.waiting.add(one);
  });
}

/** The asker whom a request without a proven person counts as. @param address as limits count it */
export const nobodyAt = (address: string): Asker => ({ key: `address ${address}`, isKnown: false });

/** The asker whom all requests of one person count as. */
export const personAsking = (userId: number): Asker => ({ key: `person ${userId}`, isKnown: true });
