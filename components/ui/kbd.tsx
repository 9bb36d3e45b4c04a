import { classes } from "./classes";

/** A key. On a filled button it takes the button's colours. Hidden where there is no keyboard to speak of. */
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
