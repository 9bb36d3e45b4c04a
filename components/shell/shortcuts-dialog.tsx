import { buttonClasses } from "@/components/ui/button";
import { X } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import type { Shortcut } from "./nav-item";

/** The popover that Help and the key `?` open. */
export const shortcutsId = "shortcuts";

type Props = { title: string; intro: string; closeLabel: string; shortcuts: readonly Shortcut[] };

/**
 * The list of shortcuts. A popover, so that Help opens it without scripts, and Escape or a click
 * outside closes it.
 */
export function ShortcutsDialog({ title, intro, closeLabel, shortcuts }: Props) {
  return (
    <dialog
      id={shortcutsId}
      popover="auto"
      aria-labelledby={`${shortcutsId}-title`}
      className="m-auto max-h-[85dvh] w-[min(34rem,calc(100vw-1.75rem))] overflow-y-auto rounded-xl bg-surface px-4 py-3 text-ink shadow-2 backdrop:bg-backdrop"
    >
      <div className="flex items-start gap-2">
        <h2 id={`${shortcutsId}-title`} className="flex-1 font-semibold text-md">
          {title}
        </h2>
        <button
          type="button"
          popoverTarget={shortcutsId}
          popoverTargetAction="hide"
          aria-label={closeLabel}
          className={buttonClasses("quiet", true)}
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <p className="text-ink-2 text-xs">{intro}</p>
      <dl className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys.join(" ")} className="flex min-h-9 items-center gap-3 border-line border-b py-1">
            <dt className="flex-1">{shortcut.label}</dt>
            <dd className="flex gap-1">
              {shortcut.keys.map((key) => (
                <Kbd key={key} className="pointer-coarse:inline-flex!">
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
