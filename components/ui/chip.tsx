import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { X } from "./icons";
import { Link } from "./link";

/** `on`: an active filter. `add`: a dashed chip that adds one. */
export type ChipLook = "off" | "on" | "add";

const lookOf: Readonly<Record<ChipLook, string>> = {
  off: "border-line-strong bg-surface text-ink hover:bg-hover",
  on: "border-accent bg-accent-soft text-accent",
  add: "border-line-strong border-dashed text-ink hover:bg-hover",
};

/** The classes of a chip, for a `summary`, a button or a link. */
export function chipClasses(look: ChipLook = "off"): string {
  return classes(
    "inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2.5 py-0.5 text-xs transition-colors max-sm:min-h-10 print:hidden",
    lookOf[look],
  );
}

type Props = {
  label: string;
  /** The chosen value, in bold after the label. */
  value?: string;
  /** The address without this filter, and the name of the link: "Remove Status: Ongoing". */
  remove?: { href: Route; label: string };
  icon?: ReactNode;
  className?: string;
};

/** An active filter or sort level with a link that removes it. */
export function Chip({ label, value, remove, icon, className }: Props) {
  return (
    <span className={classes(chipClasses("on"), remove && "pr-0.5", className)}>
      {icon}
      <span>{label}</span>
      {value && <span className="font-semibold">{value}</span>}
      {remove && (
        <Link
          href={remove.href}
          aria-label={remove.label}
          className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-selected max-sm:-my-1 max-sm:size-10"
        >
          <X aria-hidden className="size-3.5" />
        </Link>
      )}
    </span>
  );
}

/** A neutral tag: a verb as recorded, a count. `accent` for a code. */
export function Tag({
  children,
  tone = "plain",
  className,
}: {
  children: ReactNode;
  tone?: "plain" | "accent" | "good";
  className?: string;
}) {
  const colour = {
    plain: "border border-line bg-sunken text-ink-2",
    accent: "bg-accent-soft font-medium text-accent",
    good: "bg-good-bg font-medium text-good",
  };
  return (
    <span className={classes("inline-flex items-center gap-1 rounded-md px-2 py-px text-xs", colour[tone], className)}>
      {children}
    </span>
  );
}
