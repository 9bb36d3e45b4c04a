import { hasLao } from "@/domain/lao-text";
import type { Locale } from "@/domain/vocabulary";
import { keepLaoWords } from "@/i18n/lao-words";
import { classes } from "./classes";
import { DashedMark, NotYetTranslatedMark } from "./marks";

type Words = { en: string | null; lo: string | null };

function shown(text: string, language: Locale): string {
  return language === "lo" ? keepLaoWords(text) : text;
}

type TextProps = Words & {
  /** The reader's language. */
  locale: Locale;
  /** "not yet translated", in the reader's language. */
  notTranslatedLabel: string;
  className?: string;
  /** For a table cell of one line: the text is truncated, the mark stays. */
  truncate?: boolean;
};

/**
 * A text in the reader's language, or in the other one with a mark. Nothing if there is neither.
 */
export function BilingualText({ en, lo, locale, notTranslatedLabel, className, truncate = false }: TextProps) {
  const own = locale === "en" ? en : lo;
  const other = locale === "en" ? lo : en;
  const language: Locale = own ? locale : locale === "en" ? "lo" : "en";
  const text = own || other;
  if (!text) return null;
  const words = (
    <span lang={language} className={classes(truncate && "block min-w-0 truncate", className) || undefined}>
      {shown(text, language)}
    </span>
  );
  if (own) return words;
  return (
    <span className={truncate ? "flex min-w-0 items-center gap-2" : undefined}>
      <span>{words}</span>{" "}
      <NotYetTranslatedMark label={notTranslatedLabel} className={truncate ? "shrink-0" : undefined} />
    </span>
  );
}

type FreeProps = Omit<TextProps, "en" | "lo"> & { text: string };

/**
 * Text that exists in one language only: it has its own `lang`, and a mark if that is not the
 * reader's language.
 */
export function FreeText({ text, ...rest }: FreeProps) {
  return <BilingualText en={hasLao(text) ? null : text} lo={hasLao(text) ? text : null} {...rest} />;
}

/** A person's name or address: it has no language and is never translated. */
export function ProperName({ children }: { children: string }) {
  return <span translate="no">{children}</span>;
}

type OtherProps = Words & {
  locale: Locale;
  original: Locale | null;
  originalLabel: string;
  translationLabel: string;
  className?: string;
};

/**
 * The same text in the other language, below a title, with its own `lang`. It says whether it is
 * the original.
 */
export function OtherLanguage({ en, lo, locale, original, originalLabel, translationLabel, className }: OtherProps) {
  const own = locale === "en" ? en : lo;
  const text = locale === "en" ? lo : en;
  const language: Locale = locale === "en" ? "lo" : "en";
  if (!own || !text) return null;
  return (
    <p className={classes("text-ink-2 text-sm", className)}>
      <span lang={language}>{shown(text, language)}</span>{" "}
      {original && <DashedMark label={original === language ? originalLabel : translationLabel} />}
    </p>
  );
}
