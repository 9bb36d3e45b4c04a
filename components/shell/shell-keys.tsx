"use client";

import { useEffect } from "react";
import { acceptsText } from "./accepts-text";

type Props = {
  searchId: string;
  shortcutsId: string;
  /** False if the person switched single-key shortcuts off (WCAG 2.1.4). */
  singleKeys: boolean;
};

const openMenus = "details[data-menu][open]";

function closeMenus(except: Node | null): boolean {
  let closed = false;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(openMenus)) {
    if (except && menu.contains(except)) continue;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    closed = true;
    if (hadFocus) menu.querySelector("summary")?.focus();
  }
  return closed;
}

/**
 * Shortcuts of the shell: `/` focuses the search, `?` opens the list, Escape and a click outside
 * close menus.
 */
export function ShellKeys({ searchId, shortcutsId, singleKeys }: Props) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && closeMenus(null)) event.preventDefault();
      if (!singleKeys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      // The physical key, not its character: on a Lao keyboard the same key types another one.
      if (event.code !== "Slash" || acceptsText(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (event.shiftKey || event.key === "?") document.getElementById(shortcutsId)?.togglePopover();
      else document.getElementById(searchId)?.focus();
    };
    const onPress = (event: PointerEvent) => closeMenus(event.target instanceof Node ? event.target : null);
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [searchId, shortcutsId, singleKeys]);
  return null;
}
