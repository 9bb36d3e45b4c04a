import type { ReactNode } from "react";
import { classes } from "./classes";
import { ChevronDown } from "./icons";

type Props = {
  /** The label of the button; the arrow is added. */
  label: ReactNode;
  /** The classes of the button: `buttonClasses(…)` or `chipClasses(…)`. */
  buttonClassName: string;
  /** The accessible name, if `label` is only an icon. */
  ariaLabel?: string;
  /** Menus with the same name close each other. */
  group?: string;
  align?: "start" | "end";
  arrow?: boolean;
  panelClassName?: string;
  className?: string;
  /** Initially open, for example because it contains the answer to its form. */
  open?: boolean;
  children: ReactNode;
};

/**
 * A button that opens a panel below it. It is a `details` element, so it works without scripts;
 * with them `ShellKeys` closes it on Escape or a click outside (it finds menus by `data-menu`).
 */
export function Menu({
  label,
  buttonClassName,
  ariaLabel,
  group,
  align = "start",
  arrow = true,
  panelClassName,
  className,
  open,
  children,
}: Props) {
  return (
    <details
      name={group}
      open={open}
      data-menu
      className={classes("group/menu relative inline-block print:hidden", className)}
    >
      <summary aria-label={ariaLabel} className={classes(buttonClassName, "select-none")}>
        <span className="contents">{label}</span>
        {arrow && <ChevronDown aria-hidden className="size-3.5 shrink-0" />}
      </summary>
      <div
        data-align={align}
        className={classes(
          "menu-panel absolute top-full z-40 mt-1 max-h-[70vh] min-w-52 max-w-[calc(100vw-1.75rem)] overflow-y-auto rounded-xl bg-surface p-1.5 text-ink shadow-2",
          "forced-colors:border",
          align === "end" ? "right-0" : "left-0",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}

/** The classes of a menu item: a link or a button. */
export const menuItemClasses =
  "flex w-full min-h-8 items-center gap-2.5 rounded-md px-2 py-1 text-left text-sm hover:bg-hover max-sm:min-h-10";

/** A heading in a menu. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-2 py-1 text-ink-2 text-xs">{children}</p>;
}

/** A separator in a menu. */
export function MenuLine() {
  return <hr className="my-1.5 border-line border-t" />;
}
