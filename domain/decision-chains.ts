import type { Stage } from "./lifecycle";

/** A decision that has taken effect, and the earlier one that it corrects. */
export type Link = { id: number; correctsId: number | null; from: Stage | null; to: Stage | null };

/**
 * A decision with all its corrections in order: together they moved the entry from one stage to
 * another.
 */
export type Chain = {
  ids: readonly number[];
  /** The stage in which the first of them found the entry. */
  from: Stage | null;
  /** The stage after the last of them; null if together they changed nothing. */
  to: Stage | null;
  /** The stages to which they moved the entry on the way. */
  passed: ReadonlySet<Stage>;
};

/**
 * Groups decisions with their corrections: a correction states what its meeting decided, not what
 * followed from the wrong decision.
 * @param links of one or several entries
 * @returns in the order of the corrected decisions
 */
export function chainsOf(links: readonly Link[]): Chain[] {
  const correctionOf = new Map(links.map((link) => [link.correctsId, link]));
  return links
    .filter(({ correctsId }) => correctsId === null)
    .map((root) => {
      const all = [root];
      for (let next = correctionOf.get(root.id); next; next = correctionOf.get(next.id)) all.push(next);
      return chainOf(root, all);
    });
}

function chainOf(root: Link, all: readonly Link[]): Chain {
  let [from, to]: [Stage | null, Stage | null] = [root.from, null];
  const passed = new Set<Stage>();
  for (const link of all) {
    if (link.to === null) continue;
    // A decision that changed nothing leaves the stage for the next one.
    if (to === null) from = link.from;
    passed.add(link.to);
    to = link.to === from ? null : link.to;
  }
  return { ids: all.map(({ id }) => id), from, to, passed };
}
