import type { Stage } from "./lifecycle";

/** A decision that has taken effect, and the earlier one that it puts right. */
export type Link = { id: number; correctsId: number | null; from: Stage | null; to: Stage | null };

/** A decision with all that put it right, one after the other: from where to where they moved the entry together. */
export type Chain = {
  ids: readonly number[];
  /** Where the first of them found the entry. */
  from: Stage | null;
  /** Where they have led it; null where they moved nothing, or led it back to where it was. */
  to: Stage | null;
  /** Did one of them lead it to this stage on the way? */
  passed: ReadonlySet<Stage>;
};

/**
 * Decisions, each taken together with what puts it right: a correction says what its meeting decided, not where the wrong decision led.
 * @param links of one entry, or of several
 * @returns in the order of the decisions that were put right
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
    // What has moved nothing so far stands where the next one finds the entry.
    if (to === null) from = link.from;
    passed.add(link.to);
    to = link.to === from ? null : link.to;
  }
  return { ids: all.map(({ id }) => id), from, to, passed };
}
