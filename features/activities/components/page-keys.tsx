"use client";

import { useEffect } from "react";

/** Letters that press the link of this page marked with the key's place, such as `data-key="KeyE"`. */
export function PageKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && target.matches("input, textarea, select");
      if (event.defaultPrevented || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/^Key[A-Z]$/.test(event.code) || document.querySelector("dialog[open]")) return;
      const link = document.querySelector<HTMLElement>(`[data-key="${event.code}"]`);
      if (!link) return;
      event.preventDefault();
      link.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
