import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import type { Locale } from "../../domain/vocabulary";
import type { Messages } from "../../i18n/catalogue";
import { keepLaoWords } from "../../i18n/lao-words";
import { root } from "./server";

/**
 * The catalogue as pages use it; read from the files, because Node imports JSON only with an
 * attribute.
 */
function messagesOf(locale: Locale): Messages {
  const folder = path.join(root, "i18n", "messages", locale);
  const namespaces = readdirSync(folder).map((file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    return [path.basename(file, ".json"), JSON.parse(locale === "lo" ? keepLaoWords(text) : text)];
  });
  return Object.fromEntries(namespaces);
}

const translator = (locale: Locale) => createTranslator<Messages>({ locale, messages: messagesOf(locale) });

export type Words = ReturnType<typeof translator>;

const made = { en: translator("en"), lo: translator("lo") };

/** The interface's texts as pages show them: `words("lo")("activities.title")`. */
export function words(locale: Locale): Words {
  return made[locale];
}

/** A pattern for exactly this name, because a substring would also match similar names. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${escaped(text)}$`);
}

/** Escapes text for use in a pattern. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
