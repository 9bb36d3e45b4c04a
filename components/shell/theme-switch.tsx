import { classes } from "@/components/ui/classes";
import { Monitor, Moon, Sun } from "@/components/ui/icons";
import type { FormAction } from "./nav-item";
import type { Theme } from "./theme";

/** What the switch needs; the shell hands it on. */
export type ThemeChoice = {
  /** The person's choice; null means that the system decides. */
  theme: Theme | null;
  labels: { label: string; system: string; light: string; dark: string };
  setTheme: FormAction;
};

const choices = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

/** Light, dark, or as the system has it. A form, so it works without scripts; it sends the field `theme`. */
export function ThemeSwitch({ theme, labels, setTheme }: ThemeChoice) {
  return (
    <form action={setTheme}>
      <fieldset>
        <legend className="px-2 py-1 text-ink-2 text-xs">{labels.label}</legend>
        <div className="mx-2 mb-1 flex overflow-hidden rounded-md border border-line-strong">
          {choices.map(({ value, icon: Icon }) => {
            const chosen = value === (theme ?? "system");
            return (
              <button
                key={value}
                type="submit"
                name="theme"
                value={value}
                aria-pressed={chosen}
                title={labels[value]}
                aria-label={labels[value]}
                className={classes(
                  "flex min-h-7.5 flex-1 items-center justify-center -outline-offset-3 max-sm:min-h-10",
                  chosen ? "bg-accent text-on-accent outline-on-accent" : "bg-surface text-ink-2 hover:bg-hover",
                )}
              >
                <Icon aria-hidden className="size-4" />
              </button>
            );
          })}
        </div>
      </fieldset>
    </form>
  );
}
