import { type SearchWord, searchWords } from "./fold-text";
import { occurrenceOf } from "./word-pattern";

/** A piece of a text; `isMatch` if it is one of the words that were searched for. */
export type MarkedPart = { text: string; isMatch: boolean };
/** Where a word stands in a text, as indexes of the string. */
export type Place = { from: number; to: number };

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Where a text may be cut: between characters as people see them, never within a number. */
function cutsOf(text: string): number[] {
  const starts = [...graphemes.segment(text)].map(({ index }) => index);
  const isWithinNumber = (at: number) => /^\p{Nd}{2}$/u.test(text.slice(at - 1, at + 1));
  return [...starts.filter((at) => !isWithinNumber(at)), text.length];
}

/** The lowest index from `low` to `high` for which it is true, if it is true for all after it. */
function firstIndex(low: number, high: number, isTrue: (index: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isTrue(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

const placeLimit = 12;

/**
 * The places at which the text contains what the test looks for. Folding keeps no positions, so the
 * shortest piece that still passes the test is looked for: its end first, then its beginning.
 */
export function placesOf(text: string, occurs: (part: string) => boolean): Place[] {
  const cuts = cutsOf(text);
  const at = (index: number) => cuts[index] ?? text.length;
  const last = cuts.length - 1;
  const places: Place[] = [];
  for (let begin = 0; begin < last && places.length < placeLimit; ) {
    const start = begin;
    if (!occurs(text.slice(at(start)))) break;
    const end = firstIndex(start, last, (index) => occurs(text.slice(at(start), at(index))));
    const notFrom = firstIndex(start, end, (index) => !occurs(text.slice(at(index), at(end))));
    const from = Math.max(start, notFrom - 1);
    places.push({ from: at(from), to: at(end) });
    begin = Math.max(end, start + 1);
  }
  return places;
}

const testsOf = (typed: string) => searchWords(typed).map((word: SearchWord) => occurrenceOf(word));

/** The text in pieces, with the searched words marked wherever it contains them in any spelling. */
export function markedParts(text: string, typed: string): MarkedPart[] {
  const places = testsOf(typed)
    .flatMap((occurs) => placesOf(text, occurs))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const parts: MarkedPart[] = [];
  let done = 0;
  const add = (to: number, isMatch: boolean) => {
    if (to > done) parts.push({ text: text.slice(done, to), isMatch });
    done = Math.max(done, to);
  };
  for (const { from, to } of places) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return parts;
}

/** How many of the searched words the text contains. */
export function countWords(text: string, typed: string): number {
  return testsOf(typed).filter((occurs) => occurs(text)).length;
}

const ellipsis = "…";

/**
 * The part of the text around the first searched word, with an ellipsis where something is left
 * out. Cut at a space if there is one near by: Lao has few.
 */
export function excerptOf(text: string, typed: string, around = 90): string {
  const line = text.replace(/\s+/g, " ").trim();
  const [first] = testsOf(typed)
    .flatMap((occurs) => placesOf(line, occurs).slice(0, 1))
    .sort((one, other) => one.from - other.from);
  const cuts = cutsOf(line);
  const from = cuts.findLast((at) => at <= Math.max(0, (first?.from ?? 0) - around)) ?? 0;
  const to = cuts.find((at) => at >= (first?.to ?? 0) + around) ?? line.length;
  const space = from === 0 ? -1 : line.slice(from, from + 15).indexOf(" ");
  const begin = space < 0 ? from : from + space + 1;
  const back = to === line.length ? -1 : line.slice(to - 15, to).lastIndexOf(" ");
  const end = back < 0 ? to : to - 15 + back;
  return `${begin > 0 ? ellipsis : ""}${line.slice(begin, end)}${end < line.length ? ellipsis : ""}`;
}
