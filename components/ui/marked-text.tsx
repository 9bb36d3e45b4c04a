import { hasLao } from "@/domain/lao-text";
import type { MarkedPart } from "@/domain/marked-text";
import { keepLaoWords } from "@/i18n/lao-words";

/** A text with the words in it that were searched for: bold, underlined and coloured. */
export function MarkedText({ parts }: { parts: readonly MarkedPart[] }) {
  const isLao = parts.some(({ text }) => hasLao(text));
  return (
    <span lang={isLao ? "lo" : "en"}>
      {parts.map(({ text, isMatch }, index) => {
        const shown = isLao ? keepLaoWords(text) : text;
        return isMatch ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
          <mark key={index} className="rounded-xs bg-warn-bg font-semibold text-ink underline">
            {shown}
          </mark>
        ) : (
          shown
        );
      })}
    </span>
  );
}
