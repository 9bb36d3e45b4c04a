import type { ReactNode } from "react";
import { classes } from "./classes";

type Props = {
  title?: ReactNode;
  /** A count or a remark beside the title. A bare number would miss the language's separators. */
  meta?: Exclude<ReactNode, number>;
  /** A link at the right end of the title line. */
  action?: ReactNode;
  id?: string;
  children: ReactNode;
  className?: string;
};

/** A section of a page. `id` makes it a named landmark that links can point to. */
export function Card({ title, meta, action, id, children, className }: Props) {
  const headingId = id && title ? `${id}-title` : undefined;
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      data-card
      className={classes(
        "min-w-0 rounded-xl border border-line bg-surface px-4 py-2.5 shadow-1 max-sm:px-3.5 print:shadow-none",
        className,
      )}
    >
      {title && (
        <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <h2 id={headingId} className="font-semibold text-md">
            {title}
          </h2>
          {meta && <span className="text-ink-2 text-xs">{meta}</span>}
          {action && <span className="ml-auto text-xs [&>a]:link-action">{action}</span>}
        </div>
      )}
      {children}
    </section>
  );
}
