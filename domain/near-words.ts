/** The part of a text that is most like a pattern, and by how many letters it differs. */
export type Nearest = { from: number; to: number; distance: number };

type Cell = { distance: number; from: number };

/** The lower of two; of equal ones the longer part, which more often is the whole word. */
const better = (one: Cell, other: Cell): Cell => {
  if (one.distance !== other.distance) return one.distance < other.distance ? one : other;
  return one.from <= other.from ? one : other;
};
const plus = (cell: Cell | undefined, cost: number): Cell => ({
  distance: (cell?.distance ?? Number.POSITIVE_INFINITY) + cost,
  from: cell?.from ?? 0,
});

/** For each place in the text: how near a part that ends there comes to the pattern. */
function lastRow(pattern: string, text: string, isWhole: boolean): Cell[] {
  let before: Cell[] = [];
  let row = Array.from(
    { length: text.length + 1 },
    (_, place): Cell => (isWhole ? { distance: place, from: 0 } : { distance: 0, from: place }),
  );
  for (let letter = 1; letter <= pattern.length; letter += 1) {
    const [own, last] = [pattern[letter - 1], pattern[letter - 2]];
    const next: Cell[] = [{ distance: letter, from: 0 }];
    for (let place = 1; place <= text.length; place += 1) {
      const changed = plus(row[place - 1], own === text[place - 1] ? 0 : 1);
      const cell = better(changed, better(plus(row[place], 1), plus(next[place - 1], 1)));
      const isSwapped = last !== undefined && own === text[place - 2] && last === text[place - 1];
      next.push(isSwapped ? better(cell, plus(before[place - 2], 1)) : cell);
    }
    before = row;
    row = next;
  }
  return row;
}

/**
 * The part of the text with the fewest letters wrong, missing, added or swapped with their
 * neighbour (the algorithm of Sellers with the transpositions of Damerau).
 */
export function nearestPart(pattern: string, text: string): Nearest {
  const ends = lastRow(pattern, text, false).map(({ distance, from }, to): Nearest => ({ from, to, distance }));
  // Of equally near parts the one of the same length: a wrong last letter is not one too many.
  const lengthOff = ({ from, to }: Nearest) => Math.abs(to - from - pattern.length);
  return ends.reduce((best, end) => {
    const isNearer =
      end.distance < best.distance || (end.distance === best.distance && lengthOff(end) < lengthOff(best));
    return isNearer ? end : best;
  });
}

/** By how many letters two words differ, counted in the same way. */
export function distanceOf(word: string, other: string): number {
  return lastRow(word, other, true)[other.length]?.distance ?? word.length;
}

/**
 * How many letters may differ in a word of this length: none in a short one, of which too many
 * others are only one letter away.
 */
export function allowedDistance(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : length < 12 ? 2 : 3;
}

/**
 * Pieces of a word of which at least one stands unchanged in a text that is near enough: one more
 * than the errors, and another one for two letters that are swapped across a border.
 */
export function keptPieces(word: string): string[] {
  const count = Math.min(word.length, allowedDistance(word.length) + 2);
  const size = word.length / count;
  return Array.from({ length: count }, (_, part) => word.slice(Math.round(part * size), Math.round((part + 1) * size)));
}
