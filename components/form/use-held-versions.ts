"use client";

import { useCallback, useState } from "react";
import { type Filling, type HeldVersions, holdVersions } from "./held-versions";

/**
 * `loadedVersions` as React state: the first keystroke fixes the versions, and only saves of and
 * answers to this form change them.
 */
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
