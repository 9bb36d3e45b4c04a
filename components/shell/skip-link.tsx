const linkClasses =
  "-translate-y-20 fixed top-2 left-2 z-50 rounded-md bg-inverse px-3 py-2 font-medium text-on-inverse focus:translate-y-0 print:hidden";

/** The first tab stop: skips the navigation and moves to `#content`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a href="#content" className={linkClasses}>
      {label}
    </a>
  );
}

/**
 * The second tab stop of a page with a list: skips search, filters and column heads as well. Pages
 * have it if one of their elements is `#rows`; no script has to know.
 */
export function RowsLink({ label }: { label: string }) {
  return (
    <a href="#rows" data-rows-link className={linkClasses}>
      {label}
    </a>
  );
}
