import { foldText, foldUnspaced, searchWords } from "./fold-text";
import { placesOf } from "./marked-text";
import { allowedDistance, distanceOf, nearestPart } from "./near-words";
import { occurrenceOf } from "./word-pattern";

const shown = 3;
/** Longer texts are no misspelt words, and comparing them takes long. */
const longest = 60;

const isLatin = (text: string) => /^[a-z0-9 -]*$/.test(text);
/** Numbers and very short words are not misspelt: too many others are one letter away. */
const isComparable = (folded: string) => folded.length <= longest && /\p{L}{2}/u.test(folded) && folded.length >= 4;

/** A near miss: the words as a title spells them. */
type Near = { text: string; distance: number };

/** The piece of the title that folds to this; in Latin letters made longer to whole words. */
function spelledIn(title: string, folded: string): string | null {
  const [place] = placesOf(title, (part) => foldUnspaced(part).includes(folded));
  if (!place) return null;
  const isLetter = (at: number) => /[\p{Script=Latin}\p{Nd}]/u.test(title[at] ?? "");
  let { from, to } = place;
  while (from > 0 && isLetter(from) && isLetter(from - 1)) from -= 1;
  while (to < title.length && isLetter(to - 1) && isLetter(to)) to += 1;
  return title.slice(from, to).trim();
}

/** As many neighbouring words as were typed, one fewer and one more, each written together. */
function runsOf(title: string, count: number): string[] {
  const words = foldText(title)
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter(Boolean);
  return [count - 1, count, count + 1]
    .filter((size) => size > 0)
    .flatMap((size) => words.map((_, place) => words.slice(place, place + size)))
    .map((run) => run.join(""));
}

/** What in the title is nearest to the words, written together; null if nothing is near enough. */
function nearIn(title: string, words: readonly string[]): Near | null {
  const typed = words.join("");
  const allowed = allowedDistance(typed.length);
  if (!isLatin(typed)) {
    const unspaced = foldUnspaced(title);
    const { from, to, distance } = nearestPart(typed, unspaced);
    const text = distance <= allowed ? spelledIn(title, unspaced.slice(from, to)) : null;
    return text === null ? null : { text, distance };
  }
  const best = runsOf(title, words.length)
    .filter((run) => Math.abs(run.length - typed.length) <= allowed)
    .map((run) => ({ run, distance: distanceOf(typed, run) }))
    .reduce<{ run: string; distance: number } | null>(
      (one, two) => (one && one.distance <= two.distance ? one : two),
      null,
    );
  if (!best || best.distance > allowed) return null;
  const text = spelledIn(title, best.run);
  return text === null ? null : { text, distance: best.distance };
}

/** The nearest ones first; of equally near ones those that more titles contain. */
function nearest(titles: readonly string[], words: readonly string[]): Near[] {
  const byFold = new Map<string, Near & { count: number }>();
  for (const title of titles) {
    const near = nearIn(title, words);
    if (!near) continue;
    const key = foldUnspaced(near.text);
    const known = byFold.get(key);
    if (known) known.count += 1;
    else byFold.set(key, { ...near, count: 1 });
  }
  return [...byFold.values()].sort((one, other) => one.distance - other.distance || other.count - one.count);
}

/** Each word that no title contains is replaced by the nearest; null if one has none. */
function wordByWord(titles: readonly string[], typed: readonly string[]): string | null {
  const better = typed.map((word) => {
    const [own] = searchWords(word);
    if (!own || titles.some(occurrenceOf(own))) return word;
    const folded = foldUnspaced(word);
    return isComparable(folded) ? (nearest(titles, [folded])[0]?.text ?? null) : null;
  });
  return better.every((word) => word !== null) ? better.join(" ") : null;
}

/**
 * What may have been meant by a search that found little: the same words as titles of the register
 * spell them, at most three.
 * @param titles those that the reader may see
 */
export function didYouMean(typed: string, titles: readonly string[]): string[] {
  const folded = foldUnspaced(typed);
  if (!isComparable(folded)) return [];
  const whole = nearest(titles, foldText(typed).split(" "));
  if (whole.some(({ distance }) => distance === 0)) return [];
  if (whole.length > 0) return whole.slice(0, shown).map(({ text }) => text);
  const words = typed.trim().split(/\s+/u);
  const mended = words.length > 1 ? wordByWord(titles, words) : null;
  return mended !== null && foldUnspaced(mended) !== folded ? [mended] : [];
}
