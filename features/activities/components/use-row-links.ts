import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect } from "react";

/**
 * The links of the rows are plain ones, because two hundred link components cost more than the rows themselves: one listener
 * on the table moves within the site for all of them. Keys with the click keep what they mean to the browser.
 * @param go moves to another state of the list
 */
export function useRowLinks(table: RefObject<HTMLElement | null>, go: (href: string) => void): void {
  const router = useRouter();
  useEffect(() => {
    const element = table.current;
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("[data-row] a[href]");
      if (!link) return;
      event.preventDefault();
      const href = link.getAttribute("href") ?? "";
      if ("rowChange" in link.dataset) go(href);
      else router.push(href as Route);
    };
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, [table, go, router]);
}
