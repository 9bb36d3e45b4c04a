import type { Locale } from "@/domain/vocabulary";
import { formatDay } from "@/i18n/format";
import { ProperName } from "./bilingual-text";

export type Source = {
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  address: string | null;
  /** Language of the title. */
  language: string;
};

/** The sources of facts; a source without a known address is named without a link. */
export function SourceList({ sources, locale }: { sources: readonly Source[]; locale: Locale }) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {sources.map((source) => (
        <li key={source.title}>
          {source.address ? (
            <a href={source.address} lang={source.language} rel="noreferrer" className="link">
              {source.title}
            </a>
          ) : (
            <span lang={source.language}>{source.title}</span>
          )}
          <span className="block text-ink-2 text-xs">
            {source.publisher && <ProperName>{source.publisher}</ProperName>}
            {source.publishedOn && (
              <span>{`${source.publisher ? ", " : ""}${formatDay(source.publishedOn, locale)}`}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
