import { classes } from "@/components/ui/classes";
import { locales } from "@/domain/vocabulary";
import { type Locale, localeNames } from "@/i18n/locale";
import type { FormAction } from "./nav-item";

type Props = {
  locale: Locale;
  /** "Language", in the reader's language. */
  label: string;
  setLocale: FormAction;
  /** `name` writes the language out if there is room. */
  form?: "short" | "name";
  className?: string;
};

/**
 * Switches between English and Lao. A form with the field `locale`, so it works without scripts.
 */
export function LanguageSwitch({ locale, label, setLocale, form = "short", className }: Props) {
  return (
    <form action={setLocale} className={className}>
      <fieldset className="flex overflow-hidden rounded-md border border-line-strong">
        <legend className="sr-only">{label}</legend>
        {locales.map((choice) => (
          <button
            key={choice}
            type="submit"
            name="locale"
            value={choice}
            lang={choice}
            aria-pressed={choice === locale}
            className={classes(
              "flex min-h-7.5 items-center px-3 text-xs -outline-offset-3 max-sm:min-h-10",
              choice === locale
                ? "bg-accent font-semibold text-on-accent outline-on-accent"
                : "bg-surface text-ink-2 hover:bg-hover",
            )}
          >
            <span>{localeNames[choice][form]}</span>
            {localeNames[choice][form] !== localeNames[choice].name && (
              <span className="sr-only">{` (${localeNames[choice].name})`}</span>
            )}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
