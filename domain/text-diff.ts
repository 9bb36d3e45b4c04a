/**
 * The difference between two texts, word by word. Lao has no spaces between words, so its unit is
 * the cluster: a consonant with everything before, above, below and behind it.
 */

export type DiffKind = "same" | "added" | "removed";
export type DiffPart = { kind: DiffKind; text: string };

const lead = "[\\u0EC0-\\u0EC4]?";
const consonant = "[\\u0E81-\\u0EAE\\u0EDC-\\u0EDF]";
const signs = "[\\u0EB1\\u0EB4-\\u0EBD\\u0EC8-\\u0ECE]*[\\u0EB0\\u0EB2\\u0EB3]?";
const units = new RegExp(`(?:${lead}${consonant}${signs}|[\\p{L}\\p{M}\\p{N}]+|\\S)\\s*`, "gu");

/**
 * The units of a text, each with the space behind it.
 * @returns parts that together make the text again, without leading space
 */
export function unitsOf(text: string): string[] {
  return text.trimStart().match(units) ?? [];
}

/** True if two units differ at most in the space behind them. */
const same = (a: string | undefined, b: string | undefined) => a?.trimEnd() === b?.trimEnd();

/**
 * What was removed and added, in reading order; adjacent parts of one kind are joined.
 * @returns without the added parts it reads as `before`, without the removed parts as `after`
 */
export function diffText(before: string, after: string): DiffPart[] {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && same(a[start], b[start])) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && same(a.at(-1 - end), b.at(-1 - end))) end += 1;
  return joined([
    ...b.slice(0, start).map((text) => ({ kind: "same" as const, text })),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...b.slice(b.length - end).map((text) => ({ kind: "same" as const, text })),
  ]);
}

/**
 * Hirschberg's algorithm for a longest common subsequence: its memory grows with the length of the
 * texts, not with their product.
 */
function between(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length === 0) return b.map((text) => ({ kind: "added", text }));
  if (b.length === 0) return a.map((text) => ({ kind: "removed", text }));
  if (a.length === 1) return ofOne(a[0] ?? "", b);
  const middle = a.length >> 1;
  const head = lengths(a.slice(0, middle), b);
  const tail = lengths(a.slice(middle).reverse(), [...b].reverse());
  let [cut, best] = [0, -1];
  for (let index = 0; index <= b.length; index += 1) {
    const length = (head[index] ?? 0) + (tail[b.length - index] ?? 0);
    if (length > best) [cut, best] = [index, length];
  }
  return [...between(a.slice(0, middle), b.slice(0, cut)), ...between(a.slice(middle), b.slice(cut))];
}

function ofOne(unit: string, b: readonly string[]): DiffPart[] {
  const at = b.findIndex((text) => same(text, unit));
  const added = b.map((text, index): DiffPart => ({ kind: index === at ? "same" : "added", text }));
  return at < 0 ? [{ kind: "removed", text: unit }, ...added] : added;
}

/** For each prefix of `b`, the length of its longest common subsequence with `a`. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array {
  // Numbers compare much faster than words, and long texts need millions of comparisons.
  const numbers = new Map<string, number>();
  const numberOf = (unit: string) => {
    const key = unit.trimEnd();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const [keysOfA, keysOfB] = [Uint32Array.from(a, numberOf), Uint32Array.from(b, numberOf)];
  let row = new Uint32Array(b.length + 1);
  let next = new Uint32Array(b.length + 1);
  for (const key of keysOfA) {
    let left = 0;
    for (let index = 1; index <= keysOfB.length; index += 1) {
      const above = row[index] ?? 0;
      left = keysOfB[index - 1] === key ? (row[index - 1] ?? 0) + 1 : left > above ? left : above;
      next[index] = left;
    }
    [row, next] = [next, row];
  }
  return row;
}

/**
 * Joins adjacent parts of one kind; where both kinds meet, removed text comes before added text.
 */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed) runs.push({ kind: "removed", text: removed });
    if (added) runs.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (!removed && !added && last?.kind === "same") runs.splice(-1, 1, { kind, text: last.text + text });
    else {
      flush();
      runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}
