"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import { Autosaver, type AutosaveState, type Writing } from "./autosaver";

/** Creates an autosaver for as long as the form is mounted, and returns its state. */
export function useAutosave(writing: Omit<Writing, "show">) {
  const [state, show] = useState<AutosaveState>({ kind: "off" });
  const [saver] = useState(() => new Autosaver({ ...writing, show }));
  useEffect(() => saver.workOn({ ...writing, show }));

  // Layout effects are cleaned up while the form can still be read.
  useLayoutEffect(() => {
    saver.arrive();
    return () => saver.leave();
  }, [saver]);

  useEffect(() => {
    // Automatic saving is only announced if scripts run.
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
