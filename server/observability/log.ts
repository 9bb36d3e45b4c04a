import "server-only";
import { format } from "node:util";
import pino from "pino";
import { env } from "@/env";
import { errorInLog } from "./error-in-log";

let logger: pino.Logger | undefined;

/** One JSON line per event on standard output; secrets never reach it. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "*.password", "secret", "*.secret", "cookie", "authorization"],
    serializers: { err: errorInLog },
  });
  return logger;
}

type FailedRequest = { route: string; id: string | string[] | undefined };

/**
 * What a page, route or action failed with that nobody caught. @param request its route and number;
 * its address may be a secret
 */
export function logFailedRequest(error: unknown, { route, id }: FailedRequest): void {
  log().error({
    event: "request_failed",
    requestId: id ?? "none",
    digest: digestOf(error),
    route,
    err: error,
  });
}

function digestOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
}

const levels = { error: "error", warn: "warn", log: "info", info: "info", debug: "debug" } as const;

/**
 * Makes an event of the log of what Next and packages print by themselves, whose lines are no JSON.
 */
export function takeConsole(target: Console = globalThis.console): void {
  for (const [name, level] of Object.entries(levels)) {
    Object.assign(target, {
      [name]: (...said: unknown[]) => {
        const err = said.find((one) => one instanceof Error);
        // Next prints what a request failed with as well, after it has told `logFailedRequest`.
        if (err && digestOf(err) !== undefined) return;
        const words = said.filter((one) => one !== err);
        log()[level]({ event: "console", said: format(...words).trim() || undefined, err });
      },
    });
  }
}
