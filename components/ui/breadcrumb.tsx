import type { Route } from "next";
import { classes } from "./classes";
import { ChevronRight } from "./icons";
import { Link } from "./link";

/** One level of the path; without `href` it is the page itself. */
export type Crumb = { label: string; href?: Route; lang?: string };

/** The path from the section to this page. */
export function Breadcrumb({
  label,
  crumbs,
  className,
}: {
  label: string;
  crumbs: readonly Crumb[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      <ol className="flex min-w-0 items-center gap-2 text-sm">
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.href ?? crumb.label}
            className={classes("flex min-w-0 items-center gap-2", index > 0 && crumb.href && "max-sm:hidden")}
          >
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-2" />}
            {crumb.href ? (
              <Link href={crumb.href} lang={crumb.lang} className="link block truncate leading-[1.85]">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" lang={crumb.lang} className="truncate font-semibold">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
