"use client";

import { CrashPanel } from "@/components/shell/crash-panel";

/** A page of the desk failed; the navigation stays. */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashPanel error={error} retry={retry} />;
}
