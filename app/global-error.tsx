"use client";

import { crashWords, referenceOf } from "@/components/shell/crash-panel";
import { locales } from "@/domain/vocabulary";
import { localeNames } from "@/i18n/locale";

const page = {
  maxWidth: "40rem",
  margin: "15vh auto",
  padding: "0 1.25rem",
  font: "16px/1.6 'Noto Sans Lao', 'Lao UI', system-ui, sans-serif",
};
const button = {
  font: "inherit",
  padding: "0.375rem 0.875rem",
  borderRadius: "0.375rem",
  border: "1px solid",
  cursor: "pointer",
};

/**
 * The error page if the document itself failed. Styles and the language are not available, so it
 * uses both languages.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = referenceOf(error);
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body>
        <title>{crashWords.en.title}</title>
        <main style={page}>
          {locales.map((locale) => (
            <section key={locale} lang={locale} aria-label={localeNames[locale].name} style={{ marginBottom: "2rem" }}>
              <h1 style={{ fontSize: "1.25rem", fontWeight: 600 }}>{crashWords[locale].title}</h1>
              <p>{crashWords[locale].body}</p>
              {reference && <p>{`${crashWords[locale].reference} ${reference}`}</p>}
              <button type="button" onClick={retry} style={button}>
                {crashWords[locale].retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
