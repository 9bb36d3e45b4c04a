import "server-only";
import { availableParallelism } from "node:os";
import { crowd } from "../sending/entrance";

/**
 * How many requests run at once, how many may wait for a slot, and for how long, after which they
 * are refused with `Retry-After`. Each has a limit per asker, and one for all unauthenticated
 * askers together (`ofNobodies`).
 * - requests: one thread renders the pages; with more of them at once all would be slow until their
 *   queries time out.
 * - writes: forms and programs that change something. Separate from requests: after a form Next
 *   requests the following page from itself, and in one queue the two would wait for each other.
 * - files: evidence and meeting documents, ten megabytes each, are held in memory until they are
 *   sent.
 * - exports: each is made in its own thread, two at a time, or one at a time on two cores, so that
 *   a core is left for the pages.
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

/** The sender of a request: a person by their account, anybody else by the address. */
export type Asker = { readonly key: string; readonly isKnown: boolean };

/** One of the slots of a queue. */
export type Slot = {
  /**
   * False if the slot was free at once; after a wait the caller reads again what may have changed.
   */
  readonly hasWaited: boolean;
  release: () => void;
};

type Waiting = { readonly asker: Asker; settle: (isIn: boolean) => void };
type RequestQueue = { readonly kind: QueueName; readonly working: Asker[]; readonly waiting: Set<Waiting> };

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __requestQueues?: Map<QueueName, RequestQueue> };

function queueOf(kind: QueueName): RequestQueue {
  shared.__requestQueues ??= new Map();
  const queue = shared.__requestQueues.get(kind) ?? { kind, working: [], waiting: new Set() };
  shared.__requestQueues.set(kind, queue);
  return queue;
}

/** True if the limit allows this asker in addition to the others. */
function fits(others: readonly Asker[], asker: Asker, limit: Limit): boolean {
  if (others.length >= limit.all) return false;
  if (others.filter(({ key }) => key === asker.key).length >= limit.ofAsker) return false;
  return asker.isKnown || others.filter(({ isKnown }) => !isKnown).length < limit.ofNobodies;
}

/** The waiting requests, grouped by asker. */
function byKey(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) groups.set(one.asker.key, [...(groups.get(one.asker.key) ?? []), one]);
  return [...groups.values()];
}

/**
 * The waiting requests in the order in which they get slots: first come, first served. If many are
 * unauthenticated, people come first and addresses then take turns, those with the fewest running
 * requests first; an address with very many requests is served newest first.
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

/** Gives every free slot to a waiting request. */
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
 * Makes room in the queue for an unauthenticated request, by refusing the oldest request of the
 * address with the most waiting ones.
 * @returns true if the request may wait
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
 * Takes a slot, after waiting if necessary. The caller releases it when the work has ended.
 * @param signal aborts the wait when the client disconnects
 * @returns null if too many wait already, no slot became free in time, or the client has
 *   disconnected
 */
export async function takeSlot(kind: QueueName, asker: Asker, signal?: AbortSignal): Promise<Slot | null> {
  const queue = queueOf(kind);
  // A copy, because the same asker may be listed more than once.
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

/**
 * The asker for requests of unauthenticated callers.
 * @param address as limits count it, see `limitKey`
 */
export const nobodyAt = (address: string): Asker => ({ key: `address ${address}`, isKnown: false });

/** The asker for all requests of one person. */
export const personAsking = (userId: number): Asker => ({ key: `person ${userId}`, isKnown: true });
