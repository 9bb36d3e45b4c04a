"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import { Autosaver, type AutosaveState, type Writing } from "./autosaver";

/** An autosaver as long as its form is on the page, and what it shows. */
export function useAutosave(writing: Omit<Writing, "show">) {
  const [state, show] = useState<AutosaveState>({ kind: "off" });
  const [saver] = useState(() => new Autosaver({ ...writing, show }));
  useEffect(() => saver.workOn({ ...writing, show }));

  // As the layout is taken down the form can still be read.
  useLayoutEffect(() => {
    saver.arrive();
    return () => saver.leave();
  }, [saver]);

  useEffect(() => {
    // Only where scripts run can it be promised.
    show((before) => (before.kind === "off" ? { kind: "idle" } : before));
    const atOnce = () => saver.flush();
    const leaving = () => document.visibilityState === "hidden" && saver.flush();
    window.addEventListener("online", atOnce);
    document.addEventListener("visibilitychange", leaving);
    return () => {
      window.removeEventListener("online", atOnce);
      document.removeEventListener("visibilitychange", leaving);
    };
  }, [saver]);

  return { state, saver };
}
