/** The first tab stop: skips the navigation and moves to `#content`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="-translate-y-20 fixed top-2 left-2 z-50 rounded-md bg-inverse px-3 py-2 font-medium text-on-inverse focus:translate-y-0 print:hidden"
    >
      {label}
    </a>
  );
}
