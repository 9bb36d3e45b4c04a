"use client";

import { CrashPanel } from "@/components/shell/crash-panel";

/** The error page. The server has logged the error under the id shown. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashPanel error={error} retry={retry} />;
}
