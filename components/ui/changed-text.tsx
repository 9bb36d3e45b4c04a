import { hasLao } from "@/domain/lao-text";
import type { DiffPart } from "@/domain/text-diff";

type Words = { added: string; removed: string };

const languageOf = (text: string) => (hasLao(text) ? "lo" : "en");

/** A text with its removed and added parts, marked by sign, line and word, not by colour alone. */
export function ChangedText({ parts, words }: { parts: readonly DiffPart[]; words: Words }) {
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
        <Part key={index} part={part} words={words} />
      ))}
    </>
  );
}

/** True if part of it is not in the reader's language. */
export function isInOther(parts: readonly DiffPart[], locale: string): boolean {
  return parts.some(({ text }) => /\p{L}/u.test(text) && languageOf(text) !== locale);
}

function Part({ part: { kind, text }, words }: { part: DiffPart; words: Words }) {
  const language = languageOf(text);
  if (kind === "same") return <span lang={language}>{text}</span>;
  const spoken = ` ${words[kind]}: `;
  if (kind === "added") {
    return (
      <ins className="bg-good-bg text-good underline">
        <span className="sr-only">{spoken}</span>
        <span lang={language}>{text}</span>
      </ins>
    );
  }
  return (
    <del className="bg-bad-bg text-bad line-through">
      <span className="sr-only">{spoken}</span>
      <span lang={language}>{text}</span>
    </del>
  );
}
