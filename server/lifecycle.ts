import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { closeDatabase } from "@/db/client";
import { env } from "@/env";
import { mendRequestLines } from "./request-line";

const drainMs = 12_000;
const closeMs = 2_000;

type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server };

/**
 * Checks the settings and sees to a clean end: new connections are refused, requests in progress finish, the pool closes.
 * Next runs no such handler of its own when NEXT_MANUAL_SIG_HANDLE is set, which the launcher does. Wrong settings end the
 * process with one line.
 */
export function boot(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  mendRequestLines();
  // Without the launcher's channel Next handles the signals itself.
  if (!process.send) return;
  const traffic = watchTraffic();
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await within(drainMs, traffic.drain());
    await within(closeMs, closeDatabase());
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
  // The launcher has gone, perhaps killed: nobody would stop this process any more.
  if (process.connected) process.once("disconnect", () => void end());
  else void end();
}

/** Counts requests by Node's own channel: Next keeps its server object to itself. */
function watchTraffic(): { drain: () => Promise<void> } {
  const open = new Set<ServerResponse>();
  let server: Server | undefined;
  let isDraining = false;
  let onEmpty: () => void = () => undefined;
  subscribe("http.server.request.start", (message) => {
    const { response, server: source } = message as RequestStart;
    server = source;
    open.add(response);
    if (isDraining) response.setHeader("Connection", "close");
    response.once("close", () => {
      open.delete(response);
      if (open.size === 0) onEmpty();
    });
  });
  return {
    drain: () => {
      isDraining = true;
      server?.close();
      return new Promise((resolve) => {
        onEmpty = resolve;
        if (open.size === 0) resolve();
      });
    },
  };
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
