import "server-only";
import { availableParallelism } from "node:os";

/**
 * How many are worked on at once, how many may wait for their turn, and for how long: after that it is kinder to say "come back".
 * - requests: one thread draws the pages; more of them at the same time would all be slow together until their queries give up.
 * - exports: each is made in a thread of its own, two at a time, and on two cores one, so that a core is left for the pages.
 */
const limits = {
  requests: { working: 16, waiting: 500, waitMs: 15_000 },
  exports: { working: availableParallelism() > 2 ? 2 : 1, waiting: 20, waitMs: 25_000 },
} as const;

type Kind = keyof typeof limits;

/** A place among those that are worked on. */
export type Place = { leave: () => void };

type Waiting = { admit: () => void };
type Line = { working: number; waiting: Set<Waiting> };

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __lines?: Map<Kind, Line> };

function lineOf(kind: Kind): Line {
  held.__lines ??= new Map();
  const line = held.__lines.get(kind) ?? { working: 0, waiting: new Set() };
  held.__lines.set(kind, line);
  return line;
}

/** Hands the place to who has waited longest, or gives it back. */
function placeIn(line: Line): Place {
  let isOver = false;
  return {
    leave: () => {
      if (isOver) return;
      isOver = true;
      const [next] = line.waiting;
      if (!next) {
        line.working -= 1;
        return;
      }
      line.waiting.delete(next);
      next.admit();
    },
  };
}

/**
 * Takes a place, after waiting if need be. Whoever has one leaves it when the work has ended.
 * @returns null when too many wait already, or none came free in time
 */
export async function takePlace(kind: Kind): Promise<Place | null> {
  const line = lineOf(kind);
  const { working, waiting, waitMs } = limits[kind];
  if (line.working < working) {
    line.working += 1;
    return placeIn(line);
  }
  if (line.waiting.size >= waiting) return null;
  const isIn = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => {
      line.waiting.delete(one);
      resolve(false);
    }, waitMs);
    const one: Waiting = {
      admit: () => {
        clearTimeout(timer);
        resolve(true);
      },
    };
    line.waiting.add(one);
  });
  return isIn ? placeIn(line) : null;
}
