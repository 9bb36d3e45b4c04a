import type { ReactNode } from "react";
import { classes } from "./classes";

/** A fact with its name. */
export type Description = { key?: string; term: ReactNode; value: ReactNode };

/** Facts of a record. The column of names is as wide as the longest needs, in either language. */
export function DescriptionList({ items, className }: { items: readonly Description[]; className?: string }) {
  return (
    <dl
      className={classes("grid grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm", className)}
    >
      {items.map((item, index) => (
        <div key={item.key ?? (typeof item.term === "string" ? item.term : index)} className="contents">
          <dt className="max-w-[9rem] text-ink-2 text-xs leading-[1.75]">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
