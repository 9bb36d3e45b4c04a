import type { Route } from "next";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "./classes";
import { Clock, Lock } from "./icons";
import { Link } from "./link";

/** `primary`: one in a view. `quiet`: no border. `danger`: removes something. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const lookOf: Readonly<Record<ButtonLook, string>> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
  secondary: "border-line-strong bg-surface text-ink hover:bg-hover",
  quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
  danger: "border-bad-line bg-surface text-bad hover:bg-bad-bg",
};

/** The classes of a button for other elements: a `summary`, a label. */
export function buttonClasses(look: ButtonLook = "secondary", iconOnly = false, large = false): string {
  return classes(
    "inline-flex items-center justify-center gap-1.5 rounded-md border py-1 text-center font-medium transition-colors print:hidden",
    large ? "min-h-10.5 text-md" : "min-h-8 text-sm max-sm:min-h-10",
    iconOnly ? "min-w-8 px-1.5 max-sm:min-w-10" : "px-3",
    lookOf[look],
  );
}

type Own = {
  look?: ButtonLook;
  /** An icon before the label. */
  icon?: ReactNode;
  /** Only an icon is shown; `aria-label` must name the action. */
  iconOnly?: boolean;
  /** For a page that is a single form, such as sign-in. */
  large?: boolean;
};

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Own & {
    /** The label while it is busy, such as "Saving…"; set means busy. */
    busyLabel?: string;
    /** Why it is disabled: shown as text, and the button is dashed with a lock. */
    disabledReason?: string;
  };

/** A native button. Without `type` it submits its form, as in HTML. */
export function Button({
  look = "secondary",
  icon,
  iconOnly = false,
  large = false,
  busyLabel,
  disabledReason,
  className,
  children,
  ...rest
}: ButtonProps) {
  if (disabledReason) return <LockedButton reason={disabledReason} className={className} label={children} />;
  return (
    <button
      {...rest}
      aria-disabled={busyLabel ? true : rest["aria-disabled"]}
      className={classes(buttonClasses(look, iconOnly, large), "disabled:border-dashed disabled:text-ink-3", className)}
    >
      {busyLabel ? <Clock aria-hidden className="size-4" /> : icon}
      <span className="contents">{busyLabel ?? children}</span>
    </button>
  );
}

function LockedButton({ label, reason, className }: { label: ReactNode; reason: string; className?: string }) {
  return (
    <span className={classes("inline-flex flex-wrap items-center gap-x-2 gap-y-1 print:hidden", className)}>
      <button
        type="button"
        aria-disabled="true"
        className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong border-dashed px-3 py-1 font-medium text-ink-3 text-sm max-sm:min-h-10 cursor-not-allowed"
      >
        <Lock aria-hidden className="size-4" />
        <span className="contents">{label}</span>
        <span className="sr-only">{`: ${reason}`}</span>
      </button>
      <span aria-hidden="true" className="text-ink-2 text-xs">
        {reason}
      </span>
    </span>
  );
}

type ButtonLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> &
  Own & {
    href: Route;
    /** For a file or another document: the router does not handle the link. */
    plain?: boolean;
  };

/** A link that looks like a button. */
export function ButtonLink({
  href,
  look = "secondary",
  icon,
  iconOnly = false,
  large = false,
  plain = false,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  const shown = classes(buttonClasses(look, iconOnly, large), className);
  if (plain) {
    return (
      <a {...rest} href={href} className={shown}>
        {icon}
        <span className="contents">{children}</span>
      </a>
    );
  }
  return (
    <Link {...rest} href={href} className={shown}>
      {icon}
      <span className="contents">{children}</span>
    </Link>
  );
}
