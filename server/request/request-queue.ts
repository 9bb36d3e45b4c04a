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
 *   itself for the page that follows, and with one line for both they would wait for each other.
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

export type LineKind = keyof typeof limits;
type Limit = { readonly all: number; readonly ofAsker: number; readonly ofNobodies: number };

/** Who asks: a person by their account, anybody else by the address. */
export type Asker = { readonly key: string; readonly isKnown: boolean };

/** A place among those that are worked on. */
export type Place = {
  /** Whether it came at once; whoever has waited asks again what may have changed meanwhile. */
  readonly hasWaited: boolean;
  leave: () => void;
};

type Waiting = { readonly asker: Asker; settle: (isIn: boolean) => void };
type Line = { readonly kind: LineKind; readonly working: Asker[]; readonly waiting: Set<Waiting> };

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __lines?: Map<LineKind, Line> };

function lineOf(kind: LineKind): Line {
  held.__lines ??= new Map();
  const line = held.__lines.get(kind) ?? { kind, working: [], waiting: new Set() };
  held.__lines.set(kind, line);
  return line;
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
function inOrder(line: Line): Waiting[] {
  const all = [...line.waiting];
  const nobodies = all.filter(({ asker }) => !asker.isKnown);
  if (nobodies.length <= crowd) return all;
  const working = (key = "") => line.working.filter((one) => one.key === key).length;
  const groups = byKey(nobodies).map((group) => (group.length > crowd ? group.reverse() : group));
  groups.sort((a, b) => working(a[0]?.asker.key) - working(b[0]?.asker.key) || a.length - b.length);
  const turns = Array.from({ length: Math.max(...groups.map(({ length }) => length)) }, (_, turn) =>
    groups.flatMap((group) => group[turn] ?? []),
  );
  return [...all.filter(({ asker }) => asker.isKnown), ...turns.flat()];
}

/** Lets in everybody for whom there is room. */
function admitNext(line: Line): void {
  const { working } = limits[line.kind];
  for (const one of inOrder(line)) {
    if (line.working.length >= working.all) return;
    if (!fits(line.working, one.asker, working)) continue;
    line.waiting.delete(one);
    line.working.push(one.asker);
    one.settle(true);
  }
}

/**
 * Makes room among those who wait, where only nobodies stand in the way: of the address with the
 * most of them, who has waited longest has to come back.
 */
function makeRoom(line: Line, asker: Asker): boolean {
  const limit = limits[line.kind].waiting;
  const askers = () => [...line.waiting].map((one) => one.asker);
  if (fits(askers(), asker, limit)) return true;
  if (asker.isKnown) return false;
  const nobodies = byKey([...line.waiting].filter((one) => !one.asker.isKnown));
  const [most] = nobodies.sort((a, b) => b.length - a.length);
  most?.[0]?.settle(false);
  return fits(askers(), asker, limit);
}

function placeOf(line: Line, asker: Asker, hasWaited: boolean): Place {
  let isOver = false;
  return {
    hasWaited,
    leave: () => {
      if (isOver) return;
      isOver = true;
      line.working.splice(line.working.indexOf(asker), 1);
      admitNext(line);
    },
  };
}

/**
 * Takes a place, after waiting if need be. Whoever has one leaves it when the work has ended.
 * @param signal ends the waiting of who has gone away
 * @returns null when too many wait already, none came free in time, or the asker has gone
 */
export async function takePlace(kind: LineKind, asker: Asker, signal?: AbortSignal): Promise<Place | null> {
  const line = lineOf(kind);
  // An object of its own: the same asker may stand here more than once.
  const own = { ...asker };
  if (fits(line.working, own, limits[kind].working)) {
    line.working.push(own);
    return placeOf(line, own, false);
  }
  if (signal?.aborted || !makeRoom(line, own)) return null;
  return (await isAdmitted(line, own, signal)) ? placeOf(line, own, true) : null;
}

function isAdmitted(line: Line, asker: Asker, signal?: AbortSignal): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    const settle = (isIn: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      line.waiting.delete(one);
      resolve(isIn);
    };
    const giveUp = () => settle(false);
    const timer = setTimeout(giveUp, limits[line.kind].waitMs);
    const one: Waiting = { asker, settle };
    signal?.addEventListener("abort", giveUp, { once: true });
    line.waiting.add(one);
  });
}

/** The asker whom a request without a proven person counts as. @param address as limits count it */
export const nobodyAt = (address: string): Asker => ({ key: `address ${address}`, isKnown: false });

/** The asker whom all requests of one person count as. */
export const personAsking = (userId: number): Asker => ({ key: `person ${userId}`, isKnown: true });
