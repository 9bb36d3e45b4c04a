"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { carryMoment } from "./carry-moment";
import { copyWithoutJoiners } from "./copy-text";
import { watchUnsent } from "./unsent-words";

/**
 * Follows the links within the site (`Link`) without loading the document anew: one listener for
 * all of them. Clicks with a modifier key, and clicks that a component has handled, are left alone.
 */
export function SoftNavigation() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => carryMoment(window), []);
  useEffect(() => copyWithoutJoiners(window), []);
  useEffect(() => watchUnsent(window), []);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-soft]");
      if (!link) return;
      event.preventDefault();
      const address = link.getAttribute("href") as Route;
      startTransition(() => router.push(address, { scroll: link.dataset.soft !== "keep" }));
    };
    // On the window: after the handlers of the page's components.
    window.addEventListener("click", onClick);
    return () => window.removeEventListener("click", onClick);
  }, [router]);
  if (!isPending) return null;
  return <div aria-hidden className="pending-bar fixed inset-x-0 top-0 z-50 print:hidden" />;
}
