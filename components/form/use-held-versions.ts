"use client";

import { useCallback, useState } from "react";
import { type Filling, type HeldVersions, holdVersions } from "./held-versions";

/** The versions that a form is over, as state: with its first keystroke they hold, and only its own saves and answers move them on. */
export function useHeldVersions(filling: Filling) {
  const [before, setHeld] = useState<HeldVersions>(() => holdVersions(null, filling));
  const held = holdVersions(before, filling);
  if (held !== before) setHeld(held);
  const hold = useCallback(() => setHeld((now) => (now.isTyped ? now : { ...now, isTyped: true })), []);
  const moveOn = useCallback(
    (version: string) => setHeld((now) => ({ ...now, isTyped: true, versions: { ...now.versions, version } })),
    [],
  );
  return { held, hold, moveOn };
}
