import { classes } from "@/components/ui/classes";
import { Monitor, Moon, Sun } from "@/components/ui/icons";
import type { FormAction } from "./nav-item";
import type { Theme } from "./theme";

/** Props that the shell passes on. */
export type ThemeChoice = {
  /** The person's choice; null means the system's theme. */
  theme: Theme | null;
  labels: { label: string; system: string; light: string; dark: string };
  setTheme: FormAction;
  /** For the settings page: the choices in words, without a heading. */
  withWords?: boolean;
};

const choices = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

/**
 * Light, dark, or the system's theme. A form with the field `theme`, so it works without scripts.
 */
export function ThemeSwitch({ theme, labels, setTheme, withWords = false }: ThemeChoice) {
  return (
    <form action={setTheme}>
      <fieldset>
        <legend className={withWords ? "sr-only" : "px-2 py-1 text-ink-2 text-xs"}>{labels.label}</legend>
        <div
          className={classes("flex overflow-hidden rounded-md border border-line-strong", !withWords && "mx-2 mb-1")}
        >
          {choices.map(({ value, icon: Icon }) => {
            const chosen = value === (theme ?? "system");
            return (
              <button
                key={value}
                type="submit"
                name="theme"
                value={value}
                aria-pressed={chosen}
                title={withWords ? undefined : labels[value]}
                aria-label={withWords ? undefined : labels[value]}
                className={classes(
                  "flex min-h-7.5 flex-1 items-center justify-center gap-2 text-xs -outline-offset-3 max-sm:min-h-10",
                  withWords && "whitespace-nowrap px-3",
                  chosen ? "bg-accent text-on-accent outline-on-accent" : "bg-surface text-ink-2 hover:bg-hover",
                )}
              >
                <Icon aria-hidden className="size-4" />
                {withWords && <span>{labels[value]}</span>}
              </button>
            );
          })}
        </div>
      </fieldset>
    </form>
  );
}
