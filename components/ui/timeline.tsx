import type { ReactNode } from "react";
import { classes } from "./classes";

/** One event: `mark` is a glyph or initials, `head` says who and when. */
export type TimelineItem = { key: string | number; mark: ReactNode; head: ReactNode; body?: ReactNode; id?: string };

/** A list of events in the given order. */
export function Timeline({
  items,
  label,
  className,
}: {
  items: readonly TimelineItem[];
  label?: string;
  className?: string;
}) {
  return (
    <ol aria-label={label} className={classes("flex flex-col", className)}>
      {items.map((item) => (
        <li key={item.key} id={item.id} className="flex gap-3 border-line border-b py-2.5 last:border-b-0">
          <span className="shrink-0">{item.mark}</span>
          <div className="min-w-0 flex-1">
            <div className="text-ink-2 text-sm">{item.head}</div>
            {item.body && <div className="text-sm">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A person as initials. */
export function Avatar({ initials, name, className }: { initials: string; name?: string; className?: string }) {
  return (
    <span
      title={name}
      aria-hidden={name ? undefined : true}
      data-filled
      className={classes(
        "inline-flex size-7 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-xs",
        className,
      )}
    >
      <span aria-hidden="true" translate="no">
        {initials}
      </span>
      {name && <span className="sr-only">{name}</span>}
    </span>
  );
}
