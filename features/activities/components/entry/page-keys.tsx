"use client";

import { useEffect } from "react";
import { acceptsText } from "@/components/shell/accepts-text";

/**
 * Single-key shortcuts that click the link or choice with the matching `data-key`, such as
 * `data-key="KeyE"`.
 */
export function PageKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || acceptsText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/^(Key[A-Z]|Digit[1-9]|Escape)$/.test(event.code) || document.querySelector("dialog[open]")) return;
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
