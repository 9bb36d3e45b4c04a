import { getTranslations } from "next-intl/server";
import { classes } from "@/components/ui/classes";
import { setSingleKeys } from "../actions";

/** Switch for single-key shortcuts. A form, so it works without scripts. */
export async function KeysSwitch({ isOn }: { isOn: boolean }) {
  const t = await getTranslations("settings.keys");
  return (
    <form action={setSingleKeys}>
      <fieldset className="flex w-fit overflow-hidden rounded-md border border-line-strong">
        <legend className="sr-only">{t("title")}</legend>
        {(["on", "off"] as const).map((choice) => {
          const chosen = (choice === "on") === isOn;
          return (
            <button
              key={choice}
              type="submit"
              name="singleKeys"
              value={choice}
              aria-pressed={chosen}
              className={classes(
                "flex min-h-7.5 items-center px-4 text-xs -outline-offset-3 max-sm:min-h-10",
                chosen
                  ? "bg-accent font-semibold text-on-accent outline-on-accent"
                  : "bg-surface text-ink-2 hover:bg-hover",
              )}
            >
              {t(choice)}
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
