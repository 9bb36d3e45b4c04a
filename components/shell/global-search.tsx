import { Search } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";

/** The element that the key `/` focuses. */
export const searchId = "global-search";

/** The search of the top bar: opens the page with what the words find in the register. */
export function GlobalSearch({ label, placeholder }: { label: string; placeholder: string }) {
  return (
    <search>
      <form action="/search" method="get" className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-2"
        />
        <input
          id={searchId}
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          autoComplete="off"
          className="block min-h-7.5 w-full rounded-md border border-line-strong bg-surface py-0.5 pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden"
        />
        <Kbd className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2">/</Kbd>
      </form>
    </search>
  );
}
