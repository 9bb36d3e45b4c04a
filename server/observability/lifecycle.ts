import "server-only";
import { closeDatabase } from "@/db/client";
import { env } from "@/env";
import { keepAnchors, settleAnchors } from "../audit-anchor";
import { settleBackground } from "../background";
import { takeConsole } from "./log";
import { watchTraffic } from "./traffic";

const drainMs = 12_000;
const closeMs = 2_000;
/** Time for mails that have not been sent yet. */
const backgroundMs = 5_000;
/** Time for the anchors; their storage may hang, and the next start continues from the log. */
const settleMs = 2_000;

/**
 * Checks the settings and arranges a clean shutdown: the site reports that it is not ready, answers
 * for SHUTDOWN_GRACE_S, refuses new connections, finishes the requests in progress, stores the end
 * of the audit log, and closes the pool. Next installs no such handler if NEXT_MANUAL_SIG_HANDLE is
 * set, which the launcher does. Wrong settings end the process with one line.
 */
export function boot(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  if (env().NODE_ENV === "production") takeConsole();
  const traffic = watchTraffic();
  keepAnchors();
  // Without the launcher's channel Next handles the signals itself.
  if (!process.send) return;
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    const graceMs = env().SHUTDOWN_GRACE_S * 1000;
    await within(graceMs + drainMs, traffic.drain(graceMs));
    await within(backgroundMs, settleBackground());
    await within(settleMs, settleAnchors());
    await within(closeMs, closeDatabase());
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
  // The launcher has gone, perhaps killed; nothing else would stop this process.
  if (process.connected) process.once("disconnect", () => void end());
  else void end();
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
