import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { Link } from "./link";

/** One tab. It is a link, so it can be shared and works without scripts. */
export type Tab = { href: Route; label: ReactNode; count?: ReactNode; current?: boolean; key?: string };

type Props = { label: string; tabs: readonly Tab[]; after?: ReactNode; className?: string };

/** Sections or views of one page, as links. On phones the row scrolls, and `after` is below it. */
export function Tabs({ label, tabs, after, className }: Props) {
  return (
    <div className={classes("flex items-end gap-x-3 border-line border-b max-sm:flex-wrap print:hidden", className)}>
      <nav aria-label={label} className="-mb-px min-w-0 flex-1 overflow-x-auto overflow-y-hidden max-sm:basis-full">
        <ul className="flex gap-1">
          {tabs.map((tab) => (
            <li key={tab.key ?? tab.href} className="shrink-0">
              <Link
                href={tab.href}
                aria-current={tab.current ? "page" : undefined}
                className={classes(
                  "flex min-h-10 items-center gap-1.5 border-b-2 px-3 font-medium text-sm -outline-offset-2",
                  tab.current ? "border-accent text-accent" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                <span className="inline-flex items-center gap-1.5">{tab.label}</span>
                {tab.count !== undefined && <span className="font-normal text-ink-3 text-xs">{tab.count}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {after && <div className="flex shrink-0 items-center gap-2 pb-1.5 max-sm:ml-auto max-sm:flex-wrap">{after}</div>}
    </div>
  );
}

/** A choice among few, as links: years, languages. It scrolls if it is too wide. */
export function Segments({ label, tabs, className }: Omit<Props, "after">) {
  return (
    <nav aria-label={label} className={classes("max-w-full overflow-x-auto print:hidden", className)}>
      <ul className="inline-flex overflow-hidden rounded-md border border-line-strong">
        {tabs.map((tab) => (
          <li key={tab.key ?? tab.href} className="border-line border-l first:border-l-0">
            <Link
              href={tab.href}
              aria-current={tab.current ? "true" : undefined}
              className={classes(
                "flex min-h-8 items-center px-3 text-sm -outline-offset-3 max-sm:min-h-10",
                tab.current ? "bg-accent font-semibold text-on-accent outline-on-accent" : "bg-surface hover:bg-hover",
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
