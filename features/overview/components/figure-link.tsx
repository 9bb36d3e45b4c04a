import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";

type Props = { href: Route; label?: string; className?: string; children: ReactNode };

/** A number that links to the rows it counts. */
export function FigureLink({ href, label, className, children }: Props) {
  return (
    <Link
      href={href}
      aria-label={label}
      className={classes(
        "inline-flex min-h-6 min-w-6 items-center rounded-sm font-semibold underline-offset-4 hover:text-accent hover:underline max-sm:min-h-10",
        className,
      )}
    >
      {children}
    </Link>
  );
}
