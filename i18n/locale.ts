import { type Locale, locales } from "@/domain/vocabulary";

export type { Locale };

/**
 * The cookie of the chosen language. The sign-in page needs it too, where there is no account yet.
 */
export const localeCookie = "locale";

export const defaultLocale: Locale = "en";

/** The name of each language in itself, with the short form of the switch. */
export const localeNames: Readonly<Record<Locale, { readonly name: string; readonly short: string }>> = {
  en: { name: "English", short: "EN" },
  lo: { name: "ລາວ", short: "ລາວ" },
};

/** True if the text is one of the interface languages. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/**
 * The interface language: the person's choice, else the browser's preference, else English.
 * @param cookie value of the cookie `locale`
 * @param acceptLanguage the header as sent, such as `lo-LA,lo;q=0.9,en;q=0.8`
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const preferred = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const weight = rest.map((item) => /^\s*q=([\d.]+)\s*$/.exec(item)?.[1]).find((item) => item !== undefined);
      return { language: tag.toLowerCase().split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((item) => isLocale(item.language) && item.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.language;
  return isLocale(preferred) ? preferred : defaultLocale;
}
