"use client";

import { CrashPanel } from "@/components/shell/crash-panel";

/** The error page of the desk; the navigation stays. */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashPanel error={error} retry={retry} />;
}
