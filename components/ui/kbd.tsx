import { classes } from "./classes";

/**
 * A key of the keyboard. On a filled button it takes the colours of the button. Hidden on devices
 * without a keyboard.
 */
export function Kbd({
  children,
  onFill = false,
  className,
}: {
  children: string;
  onFill?: boolean;
  className?: string;
}) {
  return (
    <kbd
      className={classes(
        "inline-flex min-w-5 items-center justify-center rounded-sm border border-b-2 px-1 font-medium text-mini leading-[1.45] pointer-coarse:hidden print:hidden",
        onFill ? "border-current" : "border-line bg-sunken text-ink-2",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
