import type { ReactNode } from "react";
import { classes } from "./classes";
import { TriangleAlert } from "./icons";

type Props = {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
  heading?: "h1" | "h2" | "h3";
};

/** An empty list or a search without results: what that means, and one next step. */
export function EmptyState({ title, children, actions, className, heading: Heading = "h2" }: Props) {
  return (
    <div className={classes("mx-auto flex max-w-xl flex-col items-center gap-1 px-4 py-6 text-center", className)}>
      <Heading className={classes("font-semibold", Heading === "h1" ? "text-lg" : "text-md")}>{title}</Heading>
      {children && <div className="text-ink-2 text-sm">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

/**
 * A failure: in red, with what is kept and a number for support. It never looks like an empty list.
 */
export function ErrorPanel({ title, children, actions, className, heading: Heading = "h2" }: Props) {
  return (
    <div
      role="alert"
      className={classes(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border border-bad-line bg-bad-bg px-3.5 py-2.5 text-bad text-sm",
        className,
      )}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-60">
        <Heading className="font-semibold">{title}</Heading>
        {children}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

const widths = ["w-[86%]", "w-[62%]", "w-[74%]", "w-[55%]"] as const;

/** Grey rows as high as real ones, shown only after 300 ms so that quick answers do not flicker. */
export function Skeleton({ label, rows = 3, className }: { label: string; rows?: number; className?: string }) {
  return (
    <div aria-busy="true" className={classes("animate-[appear_1ms_300ms_both]", className)}>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have no other name
          <div key={row} className="flex min-h-9 items-center gap-3 border-line border-b">
            <div className="w-12 min-h-3 rounded-sm border border-line bg-sunken" />
            <div className="min-w-0 flex-1">
              <div
                className={classes("min-h-3 rounded-sm border border-line bg-sunken", widths[row % widths.length])}
              />
            </div>
            <div className="w-20 min-h-3 rounded-sm border border-line bg-sunken" />
          </div>
        ))}
      </div>
      <p role="status" className="py-1.5 text-ink-2 text-xs">
        {label}
      </p>
    </div>
  );
}
