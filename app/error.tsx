"use client";

import { CrashPanel } from "@/components/shell/crash-panel";

/** A page failed. The server has logged it under the number shown. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashPanel error={error} retry={retry} />;
}
