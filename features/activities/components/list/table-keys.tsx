"use client";

import { useEffect } from "react";
import { acceptsText } from "@/components/shell/accepts-text";

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];
const currentRow = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;

function step(by: 1 | -1): void {
  const all = rows();
  const current = currentRow();
  const place = current ? all.indexOf(current) + by : by > 0 ? 0 : all.length - 1;
  all[Math.min(all.length - 1, Math.max(0, place))]?.querySelector<HTMLElement>("[data-row-link]")?.focus();
}

function press(selector: string, within: ParentNode | null = document): boolean {
  const element = within?.querySelector<HTMLElement>(selector);
  element?.click();
  return element !== null && element !== undefined;
}

/**
 * The action of each key. Keys are positions on the keyboard, because the Lao layout has other
 * characters there.
 */
const actions: Record<string, (event: KeyboardEvent) => void> = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyX: () => press("input[name=rows]:not(:disabled)", currentRow()),
  KeyE: () => press("[data-row-change]", currentRow()),
  KeyU: () => press("[data-row-change]", currentRow()),
  KeyF: () => document.querySelector<HTMLElement>("[data-facet]")?.focus(),
  KeyS: () => document.querySelector<HTMLElement>("[data-sort-bar] summary")?.click(),
  KeyV: () => document.querySelector<HTMLElement>("[data-views] a")?.focus(),
  KeyC: () => press("[data-new]"),
  KeyD: () => press("[data-density-switch]"),
};

/**
 * The table's single-key shortcuts. They are off in text fields, in dialogs, and if the person has
 * switched them off (WCAG 2.1.4).
 */
export function TableKeys({ singleKeys }: { singleKeys: boolean }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || acceptsText(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key === "Escape") {
        if (!press("[data-facet-close]")) press("[data-clear-selection]");
        return;
      }
      if (event.ctrlKey && event.code === "KeyA" && currentRow()) {
        event.preventDefault();
        press("thead input[type=checkbox]");
        return;
      }
      if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = actions[event.code];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [singleKeys]);
  return null;
}
