import { getLocale, getTranslations } from "next-intl/server";
import { NotYetTranslatedMark } from "@/components/ui/marks";
import { hasLao } from "@/domain/lao-text";
import type { DiffPart } from "@/domain/text-diff";
import type { PartDiff } from "../server/compare-concepts";

type Props = { differences: readonly PartDiff[]; names: Readonly<Record<string, string>> };

/** Part by part, what was taken out and what was put in; told apart by sign, line and word, not by colour alone. */
export async function Differences({ differences, names }: Props) {
  const t = await getTranslations("proposals.versions");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (differences.length === 0) return <p className="text-sm">{t("same")}</p>;
  return (
    <>
      <p className="mb-2 text-ink-2 text-xs">{t("legend")}</p>
      <dl className="flex flex-col gap-3 text-sm">
        {differences.map(({ field, parts }) => {
          const isOther = parts.some(({ text }) => /\p{L}/u.test(text) && languageOf(text) !== locale);
          return (
            <div key={field}>
              <dt className="font-medium text-ink-2 text-xs">
                {names[field]} {isOther && <NotYetTranslatedMark label={ui("notYetTranslated")} />}
              </dt>
              <dd className="whitespace-pre-line leading-running">
                {parts.map((part, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
                  <Part key={index} part={part} words={{ added: t("added"), removed: t("removed") }} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

const languageOf = (text: string) => (hasLao(text) ? "lo" : "en");

function Part({ part: { kind, text }, words }: { part: DiffPart; words: { added: string; removed: string } }) {
  const language = languageOf(text);
  if (kind === "same") return <span lang={language}>{text}</span>;
  const said = <span className="sr-only"> {words[kind]}: </span>;
  if (kind === "added") {
    return (
      <ins className="bg-good-bg text-good underline">
        {said}
        <span lang={language}>{text}</span>
      </ins>
    );
  }
  return (
    <del className="bg-bad-bg text-bad line-through">
      {said}
      <span lang={language}>{text}</span>
    </del>
  );
}
